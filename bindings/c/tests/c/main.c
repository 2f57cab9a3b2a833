/* Runs every part of the test program. */
#include "check.h"

tkg_error err;

void check(int holds, const char *what, const char *file, int line) {
  if (!holds) {
    fprintf(stderr, "%s:%d: %s\n  last message: %s\n", file, line, what, err.message);
    exit(1);
  }
}

void gives(tkg_status expected, tkg_status found, const char *call, const char *file, int line) {
  if (found != expected) {
    fprintf(stderr, "%s:%d: %s\n  gives %s, expected %s\n  last message: %s\n", file, line, call, tkg_status_name(found),
            tkg_status_name(expected), err.message);
    exit(1);
  }
  if (strstr(call, "&err") != NULL) {
    check(err.code == found, "the record says the status", file, line);
    check((found == TKG_OK) == (err.message[0] == '\0'), "a failure has words, and only a failure", file, line);
  }
}

int begins(const char *text, const char *beginning) { return strncmp(text, beginning, strlen(beginning)) == 0; }

int says(const char *beginning) { return begins(err.message, beginning); }

tkg_split in_cents(void) {
  tkg_split split;
  split.struct_size = sizeof split;
  split.rules_version = TKG_RULES_VERSION;
  split.method = TKG_METHOD_LARGEST_REMAINDER;
  split.tie_rule = TKG_TIE_FIRST;
  split.unit = 1;
  return split;
}

tkg_plan *plan_of(const int64_t *weights, int64_t count) {
  tkg_split split = in_cents();
  tkg_plan *plan = NULL;
  GIVES(TKG_OK, tkg_plan_new(&split, weights, count, &plan, &err));
  CHECK(plan != NULL);
  return plan;
}

int main(void) {
  err.struct_size = sizeof err;
  test_versions();
  test_decimals();
  test_amounts();
  test_plans();
  test_keys();
  test_allocations();
  test_batches();
  test_runs();
  test_ragged();
  test_tables();
  test_instalments();
  test_scenarios();
  test_outcomes();
  test_waterfalls();
  test_effort();
  test_corridors();
  test_indexation();
  test_pools();
  test_reconciling();
  test_calls();
  test_arrows();
  test_statuses_of_data();
  test_handles();
  test_hostile();
  test_threads();
  puts("all is as the header says");
  return 0;
}
