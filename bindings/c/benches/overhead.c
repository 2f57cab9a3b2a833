/* What the bench `overhead` times, from C:  overhead REPEATS
 *
 * Prints for each job its name, the fastest time of a repeat in nanoseconds, and a number that tells its parts.
 */
#define _POSIX_C_SOURCE 199309L
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <taakgericht.h>
#include <time.h>

enum { CALLS = 1000, FEW = 5, MANY = 342, ROWS = 10000, WIDE_ROWS = 512, LINES = 1000000 };

static tkg_error err;
static int64_t amounts[LINES], volumes[LINES], out[LINES];
static uint32_t groups[LINES];
static tkg_plan *few, *many;
static tkg_waterfall *schedule;

static void must(tkg_status status) {
  if (status == TKG_OK) return;
  fprintf(stderr, "%s: %s\n", tkg_status_name(status), err.message);
  exit(1);
}

static tkg_plan *plan_of(int64_t count) {
  tkg_split split = {sizeof split, TKG_RULES_VERSION, TKG_METHOD_LARGEST_REMAINDER, TKG_TIE_FIRST, 1};
  int64_t weights[MANY], each;
  tkg_plan *plan = NULL;
  for (each = 0; each < count; each++) weights[each] = 1000 + each * each * 37 % 9973;
  must(tkg_plan_new(&split, weights, count, &plan, &err));
  return plan;
}

static tkg_waterfall *schedule_of(void) {
  static const char *const percents[5] = {"3", "3", "10", "84", "1"};
  tkg_decimal numbers[5];
  tkg_waterfall *made = NULL;
  int each;
  for (each = 0; each < 5; each++) must(tkg_decimal_parse(percents[each], -1, &numbers[each], &err));
  must(tkg_waterfall_new_rta(TKG_RULES_VERSION, 2015, TKG_READING_CUMULATIVE_POINTS, NULL, NULL, numbers, 3, &numbers[3],
                             &numbers[4], &made, &err));
  return made;
}

static void calls(const tkg_plan *plan, int64_t parts) {
  int call;
  for (call = 0; call < CALLS; call++) must(tkg_allocate_i64(plan, amounts[call], out, parts, &err));
}

static void call_few(void) { calls(few, FEW); }
static void call_many(void) { calls(many, MANY); }
static void columns(void) {
  must(tkg_allocate_columns_i64(few, amounts, ROWS, out, ROWS * FEW, NULL, NULL, &err));
}
static void rows(void) {
  must(tkg_allocate_rows_i64(many, amounts, WIDE_ROWS, out, WIDE_ROWS * MANY, NULL, NULL, &err));
}
static void waterfall(void) {
  must(tkg_waterfall_columns_i64(schedule, amounts, ROWS, out, ROWS * 4, NULL, NULL, &err));
}
static void effort(void) { must(tkg_effort_amounts_i64(amounts, volumes, LINES, 4, 0, out, LINES, &err)); }
static void sums(void) { must(tkg_effort_sums_i64(amounts, volumes, groups, LINES, 4, 0, out, MANY, &err)); }

static int64_t now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

static void job(const char *name, void (*work)(void), int64_t parts, int repeats) {
  int64_t fastest = INT64_MAX, told = 0, each;
  while (repeats-- > 0) {
    int64_t begun = now(), took;
    work();
    took = now() - begun;
    if (took < fastest) fastest = took;
  }
  for (each = 0; each < parts; each++) told += out[each] * (1 + each % 7);
  printf("%s %" PRId64 " %" PRId64 "\n", name, fastest, told);
}

int main(int count, char **arguments) {
  int repeats = count == 2 ? atoi(arguments[1]) : 1;
  int64_t row;
  err.struct_size = sizeof err;
  for (row = 0; row < LINES; row++) {
    amounts[row] = (row * 7919 + 104729) * 101 % 1000000000;
    volumes[row] = row % 97 - 8;
    groups[row] = (uint32_t)(row % MANY);
  }
  few = plan_of(FEW);
  many = plan_of(MANY);
  schedule = schedule_of();
  job("call-5", call_few, FEW, repeats);
  job("call-342", call_many, MANY, repeats);
  job("columns", columns, ROWS * FEW, repeats);
  job("rows", rows, WIDE_ROWS * MANY, repeats);
  job("waterfall", waterfall, ROWS * 4, repeats);
  job("effort", effort, LINES, repeats);
  job("sums", sums, MANY, repeats);
  tkg_plan_free(few);
  tkg_plan_free(many);
  tkg_waterfall_free(schedule);
  return 0;
}
