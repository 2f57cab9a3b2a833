/* Eight threads that share one plan, and stop runs on each other. */
#include "check.h"

#include <pthread.h>

enum { THREADS = 8, TIMES = 300, WEIGHTS = 5 };

typedef struct shared {
  const tkg_plan *plan;
  const tkg_cancel *cancel;
} shared;

static void *divide(void *ctx) {
  const shared *with = (const shared *)ctx;
  tkg_error own;
  int time, part;
  own.struct_size = sizeof own;
  for (time = 0; time < TIMES; time++) {
    int64_t parts[WEIGHTS], sum = 0;
    if (tkg_allocate_i64(with->plan, time * 7919, parts, WEIGHTS, &own) != TKG_OK || own.code != TKG_OK) return ctx;
    for (part = 0; part < WEIGHTS; part++) sum += parts[part];
    if (sum != time * 7919) return ctx;
    if (tkg_allocate_i64(with->plan, TKG_MISSING, parts, WEIGHTS, &own) != TKG_E_MISSING || own.code != TKG_E_MISSING) return ctx;
    if (tkg_selftest_panic(&own) != TKG_E_INTERNAL) return ctx;
  }
  if (tkg_cancel_set(with->cancel, NULL) != TKG_OK) return ctx;
  return NULL;
}

void test_threads(void) {
  static const int64_t weights[WEIGHTS] = {2, 3, 5, 7, 11};
  tkg_plan *plan = plan_of(weights, WEIGHTS);
  tkg_cancel *cancel = NULL;
  pthread_t threads[THREADS];
  shared with;
  int thread;
  GIVES(TKG_OK, tkg_cancel_new(&cancel, &err));
  with.plan = plan;
  with.cancel = cancel;
  for (thread = 0; thread < THREADS; thread++) CHECK(pthread_create(&threads[thread], NULL, divide, &with) == 0);
  for (thread = 0; thread < THREADS; thread++) {
    void *wrong = NULL;
    CHECK(pthread_join(threads[thread], &wrong) == 0 && wrong == NULL);
  }
  tkg_cancel_free(cancel);
  tkg_plan_free(plan);
}
