/* Plans, one amount at a time, and instalments. */
#include "check.h"

static const int64_t SCHEDULE[4] = {3, 3, 10, 84};

static void refuses(tkg_status expected, tkg_split split, const int64_t *weights, int64_t count) {
  tkg_plan *plan = (tkg_plan *)&split;
  GIVES(expected, tkg_plan_new(&split, weights, count, &plan, &err));
  CHECK(plan == NULL);
}

static void test_refusals(void) {
  static const int64_t negative[3] = {1, -1, 1}, zeros[2] = {0, 0}, missing[2] = {1, TKG_MISSING};
  static const int64_t wide[2] = {INT64_MAX, INT64_MAX - 1};
  tkg_split split = in_cents();
  tkg_plan *plan = NULL;
  refuses(TKG_E_NEGATIVE_WEIGHT, in_cents(), negative, 3);
  CHECK(err.item == 1 && strcmp(err.field, "weights") == 0);
  refuses(TKG_E_ZERO_WEIGHTS, in_cents(), zeros, 2);
  refuses(TKG_E_ZERO_WEIGHTS, in_cents(), NULL, 0);
  refuses(TKG_E_MISSING, in_cents(), missing, 2);
  CHECK(err.item == 1);
  refuses(TKG_E_NULL, in_cents(), NULL, 1);
  refuses(TKG_E_ARGUMENT, in_cents(), SCHEDULE, -1);
  refuses(TKG_E_NOMEM, in_cents(), SCHEDULE, (int64_t)1 << 50);
  refuses(TKG_E_ARGUMENT, in_cents(), SCHEDULE, INT64_MAX);
  refuses(TKG_E_ARGUMENT, in_cents(), (const int64_t *)((const char *)SCHEDULE + 1), 1);
  split.struct_size--;
  refuses(TKG_E_ABI, split, SCHEDULE, 4);
  split = in_cents();
  split.struct_size = sizeof split + 8;
  refuses(TKG_E_ABI, split, SCHEDULE, 4);
  split = in_cents();
  split.rules_version = TKG_RULES_VERSION + 1;
  refuses(TKG_E_STATE, split, SCHEDULE, 4);
  split.rules_version = 0;
  refuses(TKG_E_STATE, split, SCHEDULE, 4);
  split = in_cents();
  split.method = TKG_METHOD_HUNTINGTON_HILL + 1;
  refuses(TKG_E_ARGUMENT, split, SCHEDULE, 4);
  split.method = TKG_METHOD_HUNTINGTON_HILL;
  refuses(TKG_E_OVERFLOW, split, wide, 2);
  split = in_cents();
  split.tie_rule = INT32_MIN;
  refuses(TKG_E_ARGUMENT, split, SCHEDULE, 4);
  split = in_cents();
  split.unit = 0;
  refuses(TKG_E_UNIT, split, SCHEDULE, 4);
  split.unit = TKG_MISSING;
  refuses(TKG_E_MISSING, split, SCHEDULE, 4);
  split = in_cents();
  GIVES(TKG_E_NULL, tkg_plan_new(NULL, SCHEDULE, 4, &plan, &err));
  GIVES(TKG_E_NULL, tkg_plan_new(&split, SCHEDULE, 4, NULL, &err));
}

static void test_decimal_weights(void) {
  tkg_split split = in_cents();
  tkg_plan *plan = NULL;
  tkg_decimal weights[3];
  int64_t parts[3], count = 0;
  GIVES(TKG_OK, tkg_decimal_parse("8.5", -1, &weights[0], &err));
  GIVES(TKG_OK, tkg_decimal_parse("2.50", -1, &weights[1], &err));
  GIVES(TKG_OK, tkg_decimal_parse("89", -1, &weights[2], &err));
  GIVES(TKG_OK, tkg_plan_new_decimal(&split, weights, 3, &plan, &err));
  GIVES(TKG_OK, tkg_plan_count(plan, &count, &err));
  GIVES(TKG_OK, tkg_allocate_i64(plan, 10001, parts, 3, &err));
  CHECK(count == 3 && parts[0] == 850 && parts[1] == 250 && parts[2] == 8901);
  tkg_plan_free(plan);
  weights[1].reserved = 1;
  GIVES(TKG_E_ARGUMENT, tkg_plan_new_decimal(&split, weights, 3, &plan, &err));
  CHECK(err.item == 1 && plan == NULL);
  weights[1].reserved = 0;
  weights[1].sign = 0x80;
  GIVES(TKG_E_NEGATIVE_WEIGHT, tkg_plan_new_decimal(&split, weights, 3, &plan, &err));
  GIVES(TKG_E_ZERO_WEIGHTS, tkg_plan_new_decimal(&split, NULL, 0, &plan, &err));
  GIVES(TKG_E_NULL, tkg_plan_new_decimal(&split, NULL, 3, &plan, &err));
  GIVES(TKG_E_NULL, tkg_plan_new_decimal(NULL, weights, 3, &plan, &err));
  GIVES(TKG_E_NULL, tkg_plan_new_decimal(&split, weights, 3, NULL, &err));
}

void test_plans(void) {
  tkg_plan *plan = plan_of(SCHEDULE, 4);
  int64_t count = 0;
  test_refusals();
  test_decimal_weights();
  GIVES(TKG_OK, tkg_plan_count(plan, &count, NULL));
  CHECK(count == 4);
  GIVES(TKG_E_NULL, tkg_plan_count(NULL, &count, &err));
  GIVES(TKG_E_NULL, tkg_plan_count(plan, NULL, &err));
  tkg_plan_free(plan);
  tkg_plan_free(NULL);
}

/* The total of four municipalities, EUR 13,878,933, by the schedule of 2015. */
static void test_schedule(void) {
  static const int64_t expected[4] = {41636799, 41636799, 138789330, 1165830372};
  tkg_plan *plan = plan_of(SCHEDULE, 4);
  int64_t parts[5] = {0, 0, 0, 0, 77};
  int part;
  GIVES(TKG_OK, tkg_allocate_i64(plan, 1387893300, parts, 5, &err));
  CHECK(memcmp(parts, expected, sizeof expected) == 0 && parts[4] == 77);
  GIVES(TKG_OK, tkg_allocate_i64(plan, -1387893300, parts, 4, &err));
  for (part = 0; part < 4; part++) CHECK(parts[part] == -expected[part]);
  GIVES(TKG_OK, tkg_allocate_i64(plan, -INT64_MAX, parts, 4, &err));
  CHECK(parts[0] + parts[1] + parts[2] + parts[3] == -INT64_MAX);
  GIVES(TKG_E_MISSING, tkg_allocate_i64(plan, TKG_MISSING, parts, 4, &err));
  GIVES(TKG_E_BUFFER, tkg_allocate_i64(plan, 1, parts, 3, &err));
  GIVES(TKG_E_BUFFER, tkg_allocate_i64(plan, 1, NULL, 0, &err));
  GIVES(TKG_E_ARGUMENT, tkg_allocate_i64(plan, 1, parts, -1, &err));
  GIVES(TKG_E_ARGUMENT, tkg_allocate_i64(plan, 1, (int64_t *)((char *)parts + 4), 4, &err));
  GIVES(TKG_E_NULL, tkg_allocate_i64(plan, 1, NULL, 4, &err));
  GIVES(TKG_E_NULL, tkg_allocate_i64(NULL, 1, parts, 4, &err));
  tkg_plan_free(plan);
}

static void test_tie_and_unit(void) {
  static const int64_t equal[3] = {1, 1, 1};
  tkg_split split = in_cents();
  tkg_plan *plan = NULL;
  int64_t parts[3];
  split.tie_rule = TKG_TIE_LAST;
  split.unit = 100;
  GIVES(TKG_OK, tkg_plan_new(&split, equal, 3, &plan, &err));
  GIVES(TKG_OK, tkg_allocate_i64(plan, 400, parts, 3, &err));
  CHECK(parts[0] == 100 && parts[1] == 100 && parts[2] == 200);
  GIVES(TKG_E_UNIT, tkg_allocate_i64(plan, 401, parts, 3, &err));
  tkg_plan_free(plan);
  split.tie_rule = TKG_TIE_REFUSE;
  GIVES(TKG_OK, tkg_plan_new(&split, equal, 3, &plan, &err));
  GIVES(TKG_E_TIE, tkg_allocate_i64(plan, 400, parts, 3, &err));
  CHECK(err.item == 0);
  tkg_plan_free(plan);
}

/* 10 cents, of which the exact parts are 5.3, 2.45 and 2.25, by every method. */
static void test_methods(void) {
  static const int64_t weights[3] = {530, 245, 225};
  static const int64_t expected[8][3] = {{5, 3, 2}, {5, 3, 2}, {6, 2, 2}, {5, 2, 3},
                                         {5, 3, 2}, {6, 2, 2}, {5, 3, 2}, {5, 3, 2}};
  tkg_split split = in_cents();
  int64_t parts[3];
  for (split.method = 0; split.method < 8; split.method++) {
    tkg_plan *plan = NULL;
    GIVES(TKG_OK, tkg_plan_new(&split, weights, 3, &plan, &err));
    GIVES(TKG_OK, tkg_allocate_i64(plan, 10, parts, 3, &err));
    if (memcmp(parts, expected[split.method], sizeof parts) != 0) {
      fprintf(stderr, "method %d: %d %d %d\n", (int)split.method, (int)parts[0], (int)parts[1], (int)parts[2]);
      CHECK(!"as expected");
    }
    tkg_plan_free(plan);
  }
}

static void test_bounds(void) {
  static const int64_t weights[3] = {1, 1, 2};
  static const int64_t floors[3] = {30, TKG_MISSING, TKG_MISSING}, ceilings[3] = {TKG_MISSING, TKG_MISSING, 40};
  static const int64_t high[3] = {60, 60, 60}, far_apart[3] = {INT64_MAX, 1, TKG_MISSING};
  tkg_plan *plan = plan_of(weights, 3);
  tkg_split split = in_cents();
  int64_t parts[3];
  GIVES(TKG_OK, tkg_allocate_bounded_i64(plan, 100, floors, ceilings, parts, 3, &err));
  CHECK(parts[0] == 30 && parts[1] == 30 && parts[2] == 40);
  GIVES(TKG_OK, tkg_allocate_bounded_i64(plan, 100, floors, NULL, parts, 3, &err));
  CHECK(parts[0] == 30 && parts[1] == 23 && parts[2] == 47);
  GIVES(TKG_OK, tkg_allocate_bounded_i64(plan, 100, NULL, NULL, parts, 3, &err));
  CHECK(parts[0] == 25 && parts[1] == 25 && parts[2] == 50);
  GIVES(TKG_E_BOUNDS, tkg_allocate_bounded_i64(plan, 100, high, NULL, parts, 3, &err));
  GIVES(TKG_E_BOUNDS, tkg_allocate_bounded_i64(plan, 100, high, ceilings, parts, 3, &err));
  /* What is left for the last is the one number that means that there is none. */
  GIVES(TKG_E_OVERFLOW, tkg_allocate_bounded_i64(plan, 0, far_apart, NULL, parts, 3, &err));
  GIVES(TKG_E_MISSING, tkg_allocate_bounded_i64(plan, TKG_MISSING, floors, NULL, parts, 3, &err));
  GIVES(TKG_E_BUFFER, tkg_allocate_bounded_i64(plan, 100, floors, NULL, parts, 2, &err));
  GIVES(TKG_E_ARGUMENT, tkg_allocate_bounded_i64(plan, 100, parts, NULL, parts, 3, &err));
  GIVES(TKG_E_ARGUMENT, tkg_allocate_bounded_i64(plan, 100, NULL, parts + 2, parts, 3, &err));
  GIVES(TKG_E_NULL, tkg_allocate_bounded_i64(NULL, 100, NULL, NULL, parts, 3, &err));
  GIVES(TKG_E_NULL, tkg_allocate_bounded_i64(plan, 100, NULL, NULL, NULL, 3, &err));
  tkg_plan_free(plan);
  split.method = TKG_METHOD_WEBSTER;
  GIVES(TKG_OK, tkg_plan_new(&split, weights, 3, &plan, &err));
  GIVES(TKG_E_BOUNDS, tkg_allocate_bounded_i64(plan, 100, floors, NULL, parts, 3, &err));
  tkg_plan_free(plan);
}

void test_allocations(void) {
  test_schedule();
  test_tie_and_unit();
  test_methods();
  test_bounds();
}

void test_instalments(void) {
  int64_t months[12];
  GIVES(TKG_OK, tkg_instalments(1000000000, 12, months, &err));
  CHECK(months[0] == 83333333 && months[1] == 83333334 && months[2] == 83333333);
  GIVES(TKG_OK, tkg_instalments(-7, 2, months, &err));
  CHECK(months[0] == -4 && months[1] == -3);
  GIVES(TKG_E_ZERO_WEIGHTS, tkg_instalments(7, 0, months, &err));
  GIVES(TKG_E_ZERO_WEIGHTS, tkg_instalments(7, 0, NULL, &err));
  GIVES(TKG_E_NULL, tkg_instalments(7, 2, NULL, &err));
  GIVES(TKG_E_ARGUMENT, tkg_instalments(7, -1, months, &err));
  GIVES(TKG_E_MISSING, tkg_instalments(TKG_MISSING, 2, months, &err));
  GIVES(TKG_E_NOMEM, tkg_instalments(7, (int64_t)1 << 50, months, &err));
}
