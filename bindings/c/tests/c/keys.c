/* Plans over parties with ids. */
#include "check.h"

/* Three youths each: every cent that is left ties. */
static const char IDS[] = "GM1663GM0005GM0053";
static const int64_t ENDS[4] = {0, 6, 12, 18}, EQUAL[3] = {3, 3, 3};

static tkg_plan *by_id(int32_t tie_rule) {
  tkg_split split = in_cents();
  tkg_plan *plan = NULL;
  split.tie_rule = tie_rule;
  GIVES(TKG_OK, tkg_plan_new_by_id(&split, IDS, ENDS, EQUAL, 3, &plan, &err));
  return plan;
}

static void refuses(tkg_status expected, const char *ids, const int64_t *offsets, const int64_t *weights, int64_t count) {
  tkg_split split = in_cents();
  tkg_plan *plan = (tkg_plan *)&split;
  GIVES(expected, tkg_plan_new_by_id(&split, ids, offsets, weights, count, &plan, &err));
  CHECK(plan == NULL);
}

static void test_what_is_no_key(void) {
  static const int64_t empty[4] = {0, 6, 6, 18}, falls[4] = {0, 6, 5, 18}, below[4] = {-1, 6, 12, 18};
  static const int64_t divisions[4] = {0, 11, 22, 33};
  static const int64_t negative[3] = {1, -1, 1}, missing[3] = {1, 1, TKG_MISSING}, zeros[3] = {0, 0, 0};
  tkg_split split = in_cents();
  tkg_plan *plan = NULL;
  refuses(TKG_E_DUPLICATE, "GM1663GM0005GM1663", ENDS, EQUAL, 3);
  CHECK(err.item == 2 && strcmp(err.field, "ids") == 0);
  refuses(TKG_E_UNREADABLE, IDS, empty, EQUAL, 3);
  CHECK(err.item == 1);
  refuses(TKG_E_UNREADABLE, "GM1663GM00\xff"
                            "5GM0053",
          ENDS, EQUAL, 3);
  CHECK(err.item == 1);
  refuses(TKG_E_DIVISION, "GM0005@2015GM1979@2021GM0053@2015", divisions, EQUAL, 3);
  CHECK(err.item == 1 && strcmp(err.field, "ids") == 0);
  refuses(TKG_E_ARGUMENT, IDS, falls, EQUAL, 3);
  CHECK(err.item == 2 && strcmp(err.field, "offsets") == 0);
  refuses(TKG_E_ARGUMENT, IDS, below, EQUAL, 3);
  refuses(TKG_E_ARGUMENT, IDS, ENDS, EQUAL, -1);
  refuses(TKG_E_NEGATIVE_WEIGHT, IDS, ENDS, negative, 3);
  CHECK(err.item == 1);
  refuses(TKG_E_MISSING, IDS, ENDS, missing, 3);
  CHECK(err.item == 2);
  refuses(TKG_E_ZERO_WEIGHTS, IDS, ENDS, zeros, 3);
  refuses(TKG_E_ZERO_WEIGHTS, NULL, ENDS, NULL, 0);
  refuses(TKG_E_NULL, NULL, ENDS, EQUAL, 3);
  refuses(TKG_E_NULL, IDS, NULL, EQUAL, 3);
  refuses(TKG_E_NULL, IDS, ENDS, NULL, 3);
  refuses(TKG_E_NOMEM, IDS, ENDS, EQUAL, (int64_t)1 << 50);
  refuses(TKG_E_ARGUMENT, IDS, ENDS, EQUAL, INT64_MAX);
  GIVES(TKG_E_NULL, tkg_plan_new_by_id(NULL, IDS, ENDS, EQUAL, 3, &plan, &err));
  GIVES(TKG_E_NULL, tkg_plan_new_by_id(&split, IDS, ENDS, EQUAL, 3, NULL, &err));
}

static void test_refused_tie(void) {
  static const int64_t amounts[2] = {3, 4};
  tkg_plan *plan = by_id(TKG_TIE_REFUSE);
  int64_t parts[6];
  GIVES(TKG_E_TIE, tkg_allocate_i64(plan, 100, parts, 3, &err));
  CHECK(err.item == 1 && err.row == -1);
  CHECK(says("key \"weights\": GM0005, GM0053 and GM1663 tie for the last unit"));
  GIVES(TKG_E_TIE, tkg_allocate_rows_i64(plan, amounts, 2, parts, 6, NULL, NULL, &err));
  CHECK(err.row == 1 && says("row 1: key \"weights\": GM0005, GM0053 and GM1663 tie"));
  tkg_plan_free(plan);
}

/* Whoever sorts the rows another way gives nobody another amount. */
void test_keys(void) {
  static const int64_t amounts[2] = {100, -101}, rows[6] = {33, 34, 33, -33, -34, -34};
  static const int64_t columns[6] = {33, -33, 34, -34, 33, -34}, most[3] = {TKG_MISSING, 20, TKG_MISSING};
  tkg_plan *plan = by_id(TKG_TIE_FIRST);
  int64_t parts[6], count = 0;
  test_what_is_no_key();
  test_refused_tie();
  GIVES(TKG_OK, tkg_plan_count(plan, &count, &err));
  CHECK(count == 3);
  GIVES(TKG_OK, tkg_allocate_i64(plan, 100, parts, 3, &err));
  CHECK(memcmp(parts, rows, 3 * sizeof parts[0]) == 0);
  GIVES(TKG_OK, tkg_allocate_rows_i64(plan, amounts, 2, parts, 6, NULL, NULL, &err));
  CHECK(memcmp(parts, rows, sizeof parts) == 0);
  GIVES(TKG_OK, tkg_allocate_columns_i64(plan, amounts, 2, parts, 6, NULL, NULL, &err));
  CHECK(memcmp(parts, columns, sizeof parts) == 0);
  GIVES(TKG_OK, tkg_allocate_bounded_i64(plan, 101, NULL, most, parts, 3, &err));
  CHECK(parts[0] == 40 && parts[1] == 20 && parts[2] == 41);
  tkg_plan_free(plan);
}
