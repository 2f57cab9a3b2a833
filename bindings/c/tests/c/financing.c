/* Care that is paid by effort or for a task, and indexation. */
#include "check.h"

static tkg_decimal number(const char *text) {
  tkg_decimal read;
  GIVES(TKG_OK, tkg_decimal_parse(text, -1, &read, &err));
  return read;
}

/* Two lines of one municipality and one of another; the last but one credits the first. */
void test_effort(void) {
  static const int64_t tariffs[4] = {873000, 14550, 873000, 873000}, volumes[4] = {3, 95, -3, 2};
  static const int64_t expected[4] = {26190, 13823, -26190, 17460}, missing[4] = {1, 2, TKG_MISSING, 4};
  static const int64_t high[2] = {INT64_MAX, INT64_MAX}, low[2] = {-INT64_MAX, -1}, ones[2] = {1, 1};
  static const int64_t nothing[4] = {0, 0, 0, 0}, units[4] = {1, 1, 1, 1};
  static const uint32_t groups[4] = {0, 1, 0, 0}, wrong[4] = {0, 1, 2, 0}, same[2] = {0, 0};
  int64_t out[4], sums[2] = {77, 77};
  GIVES(TKG_OK, tkg_effort_amounts_i64(tariffs, volumes, 4, 4, 0, out, 4, &err));
  CHECK(memcmp(out, expected, sizeof out) == 0);
  GIVES(TKG_OK, tkg_effort_sums_i64(tariffs, volumes, groups, 4, 4, 0, sums, 2, &err));
  CHECK(sums[0] == 17460 && sums[1] == 13823);
  GIVES(TKG_OK, tkg_effort_sums_i64(NULL, NULL, NULL, 0, 4, 0, sums, 2, &err));
  CHECK(sums[0] == 0 && sums[1] == 0);
  GIVES(TKG_OK, tkg_effort_amounts_i64(NULL, NULL, 0, 4, 0, NULL, 0, &err));
  GIVES(TKG_E_MISSING, tkg_effort_amounts_i64(missing, volumes, 4, 4, 0, out, 4, &err));
  CHECK(err.item == 2 && strcmp(err.field, "tariffs") == 0);
  GIVES(TKG_E_MISSING, tkg_effort_sums_i64(tariffs, missing, groups, 4, 4, 0, sums, 2, &err));
  /* Where nothing, or one, was delivered too. */
  GIVES(TKG_E_MISSING, tkg_effort_amounts_i64(missing, nothing, 4, 4, 0, out, 4, &err));
  GIVES(TKG_E_MISSING, tkg_effort_sums_i64(missing, nothing, groups, 4, 2, 0, sums, 2, &err));
  GIVES(TKG_E_MISSING, tkg_effort_amounts_i64(units, missing, 4, 2, 0, out, 4, &err));
  CHECK(err.item == 2 && strcmp(err.field, "volumes") == 0);
  GIVES(TKG_E_OUT_OF_RANGE, tkg_effort_sums_i64(tariffs, volumes, wrong, 4, 4, 0, sums, 2, &err));
  GIVES(TKG_E_OUT_OF_RANGE, tkg_effort_amounts_i64(tariffs, volumes, 4, 10, 9, out, 4, &err));
  GIVES(TKG_E_ARGUMENT, tkg_effort_amounts_i64(tariffs, volumes, 4, -1, 0, out, 4, &err));
  GIVES(TKG_E_ARGUMENT, tkg_effort_amounts_i64(tariffs, volumes, 4, 4, -1, out, 4, &err));
  GIVES(TKG_E_OVERFLOW, tkg_effort_amounts_i64(high, high, 2, 4, 0, out, 4, &err));
  /* The sum is the one number that means that there is none. */
  GIVES(TKG_E_OVERFLOW, tkg_effort_sums_i64(low, ones, same, 2, 2, 0, sums, 1, &err));
  GIVES(TKG_E_BUFFER, tkg_effort_amounts_i64(tariffs, volumes, 4, 4, 0, out, 3, &err));
  GIVES(TKG_E_ARGUMENT, tkg_effort_amounts_i64(out, volumes, 4, 4, 0, out, 4, &err));
  GIVES(TKG_E_ARGUMENT, tkg_effort_sums_i64(tariffs, volumes, (const uint32_t *)(void *)sums, 4, 4, 0, sums, 2, &err));
  GIVES(TKG_E_ARGUMENT, tkg_effort_sums_i64(tariffs, volumes, groups, -1, 4, 0, sums, 2, &err));
  GIVES(TKG_E_ARGUMENT, tkg_effort_sums_i64(tariffs, volumes, groups, 4, 4, 0, sums, -1, &err));
  GIVES(TKG_E_NULL, tkg_effort_amounts_i64(NULL, volumes, 4, 4, 0, out, 4, &err));
  GIVES(TKG_E_NULL, tkg_effort_amounts_i64(tariffs, NULL, 4, 4, 0, out, 4, &err));
  GIVES(TKG_E_NULL, tkg_effort_amounts_i64(tariffs, volumes, 4, 4, 0, NULL, 4, &err));
  GIVES(TKG_E_NULL, tkg_effort_sums_i64(NULL, volumes, groups, 4, 4, 0, sums, 2, &err));
  GIVES(TKG_E_NULL, tkg_effort_sums_i64(tariffs, NULL, groups, 4, 4, 0, sums, 2, &err));
  GIVES(TKG_E_NULL, tkg_effort_sums_i64(tariffs, volumes, NULL, 4, 4, 0, sums, 2, &err));
  GIVES(TKG_E_NULL, tkg_effort_sums_i64(tariffs, volumes, groups, 4, 4, 0, NULL, 2, &err));
}

/* Beyond 3% half, beyond 8% four fifths: 50% of 500,000 and 80% of 700,000 of a lump sum of ten million. */
static tkg_corridor *tiers(void) {
  tkg_decimal from[2], share[2];
  tkg_corridor *corridor = NULL;
  from[0] = number("3");
  from[1] = number("8");
  share[0] = number("50");
  share[1] = number("80");
  GIVES(TKG_E_STATE, tkg_corridor_new(2, from, share, 2, from, share, 2, &corridor, &err));
  CHECK(corridor == NULL);
  GIVES(TKG_E_NULL, tkg_corridor_new(1, NULL, share, 2, from, share, 2, &corridor, &err));
  GIVES(TKG_E_NULL, tkg_corridor_new(1, from, NULL, 2, from, share, 2, &corridor, &err));
  GIVES(TKG_E_NULL, tkg_corridor_new(1, from, share, 2, NULL, share, 2, &corridor, &err));
  GIVES(TKG_E_NULL, tkg_corridor_new(1, from, share, 2, from, NULL, 2, &corridor, &err));
  GIVES(TKG_E_NULL, tkg_corridor_new(1, from, share, 2, from, share, 2, NULL, &err));
  GIVES(TKG_E_ARGUMENT, tkg_corridor_new(1, from, share, -1, from, share, 2, &corridor, &err));
  from[1] = number("3");
  GIVES(TKG_E_OUT_OF_RANGE, tkg_corridor_new(1, from, share, 2, NULL, NULL, 0, &corridor, &err));
  from[1] = number("8");
  share[1].scale = 99;
  GIVES(TKG_E_ARGUMENT, tkg_corridor_new(1, NULL, NULL, 0, from, share, 2, &corridor, &err));
  CHECK(err.item == 1);
  share[1] = number("80");
  GIVES(TKG_OK, tkg_corridor_new(1, from, share, 2, from, share, 2, &corridor, &err));
  return corridor;
}

void test_corridors(void) {
  static const int64_t lumps[4] = {1000000000, 1000000000, 1000000000, -1};
  static const int64_t costs[4] = {1150000000, 1030000000, 900000000, 5};
  tkg_corridor *corridor = tiers();
  int64_t out[4];
  int32_t rows[4];
  GIVES(TKG_OK, tkg_corridor_settle_i64(corridor, lumps, costs, 4, TKG_MODE_HALF_UP, 1, out, 4, rows, NULL, &err));
  CHECK(out[0] == 1081000000 && out[1] == 1000000000 && out[2] == 959000000 && out[3] == TKG_MISSING);
  CHECK(rows[0] == TKG_OK && rows[2] == TKG_OK && rows[3] == TKG_E_OUT_OF_RANGE);
  GIVES(TKG_E_OUT_OF_RANGE, tkg_corridor_settle_i64(corridor, lumps, costs, 4, 0, 1, out, 4, NULL, NULL, &err));
  CHECK(err.row == 3);
  GIVES(TKG_E_INEXACT, tkg_corridor_settle_i64(corridor, lumps, costs, 1, TKG_MODE_EXACT, 99, out, 4, NULL, NULL, &err));
  GIVES(TKG_E_UNIT, tkg_corridor_settle_i64(corridor, lumps, costs, 1, 0, 0, out, 4, NULL, NULL, &err));
  GIVES(TKG_E_ARGUMENT, tkg_corridor_settle_i64(corridor, lumps, costs, 1, 8, 1, out, 4, NULL, NULL, &err));
  GIVES(TKG_E_ARGUMENT, tkg_corridor_settle_i64(corridor, lumps, out, 1, 0, 1, out, 4, NULL, NULL, &err));
  GIVES(TKG_E_BUFFER, tkg_corridor_settle_i64(corridor, lumps, costs, 3, 0, 1, out, 2, NULL, NULL, &err));
  GIVES(TKG_OK, tkg_corridor_settle_i64(corridor, NULL, NULL, 0, 0, 1, NULL, 0, NULL, NULL, &err));
  GIVES(TKG_E_NULL, tkg_corridor_settle_i64(NULL, lumps, costs, 3, 0, 1, out, 4, NULL, NULL, &err));
  GIVES(TKG_E_NULL, tkg_corridor_settle_i64(corridor, NULL, costs, 3, 0, 1, out, 4, NULL, NULL, &err));
  GIVES(TKG_E_NULL, tkg_corridor_settle_i64(corridor, lumps, NULL, 3, 0, 1, out, 4, NULL, NULL, &err));
  GIVES(TKG_E_NULL, tkg_corridor_settle_i64(corridor, lumps, costs, 3, 0, 1, NULL, 4, NULL, NULL, &err));
  tkg_corridor_free(corridor);
  tkg_corridor_free(NULL);
}

static tkg_index_rule rule(void) {
  tkg_index_rule rule;
  rule.struct_size = sizeof rule;
  rule.rules_version = TKG_RULES_VERSION;
  rule.method = TKG_INDEX_RATIO;
  rule.stage = TKG_STAGE_WEIGHTED;
  rule.mode = TKG_MODE_HALF_UP;
  rule.decimals = 2;
  rule.wages = number("90");
  rule.prices = number("10");
  return rule;
}

static tkg_index_figures figures(const char *wages, const char *prices) {
  tkg_index_figures figures;
  figures.wages = number(wages);
  figures.prices = number(prices);
  return figures;
}

/* The figures of 2025, corrected for those of 2024, and of 2026. */
static void test_percents(void) {
  tkg_index_rule how = rule();
  tkg_index_figures now[2], before[2], became[2];
  tkg_decimal percents[2];
  now[0] = figures("4.18", "1.82");
  now[1] = figures("3.00", "2.00");
  before[0] = figures("4.94", "2.51");
  became[0] = figures("6.00", "3.10");
  before[1] = now[0];
  became[1] = figures("4.18", "1.82");
  GIVES(TKG_OK, tkg_index_percents(&how, 2025, now, before, became, 2, 0, percents, 2, &err));
  CHECK(percents[0].lo == 491 && percents[0].scale == 2 && percents[1].lo == 29 && percents[1].scale == 1);
  GIVES(TKG_OK, tkg_index_percents(&how, 2025, now, NULL, NULL, 1, 1, percents, 2, &err));
  CHECK(percents[0].lo == 394 && percents[0].scale == 2);
  GIVES(TKG_OK, tkg_index_percents(&how, 2025, NULL, NULL, NULL, 0, 0, NULL, 0, &err));
  became[1] = figures("-100", "-100");
  GIVES(TKG_E_OUT_OF_RANGE, tkg_index_percents(&how, 2025, now, before, became, 2, 0, percents, 2, &err));
  before[1] = figures("1", "1");
  GIVES(TKG_E_OUT_OF_RANGE, tkg_index_percents(&how, 2025, now, before, became, 2, 0, percents, 2, &err));
  CHECK(says("year 2026: "));
  before[1].wages.reserved = 1;
  GIVES(TKG_E_ARGUMENT, tkg_index_percents(&how, 2025, now, before, became, 2, 0, percents, 2, &err));
  CHECK(err.item == 1 && strcmp(err.field, "before") == 0);
  GIVES(TKG_E_NULL, tkg_index_percents(NULL, 2025, now, before, became, 1, 0, percents, 2, &err));
  GIVES(TKG_E_NULL, tkg_index_percents(&how, 2025, NULL, before, became, 1, 0, percents, 2, &err));
  GIVES(TKG_E_NULL, tkg_index_percents(&how, 2025, now, NULL, became, 1, 0, percents, 2, &err));
  GIVES(TKG_E_NULL, tkg_index_percents(&how, 2025, now, before, NULL, 1, 0, percents, 2, &err));
  GIVES(TKG_E_NULL, tkg_index_percents(&how, 2025, now, before, became, 1, 0, NULL, 2, &err));
  GIVES(TKG_E_BUFFER, tkg_index_percents(&how, 2025, now, before, became, 1, 0, percents, 0, &err));
  GIVES(TKG_E_ARGUMENT, tkg_index_percents(&how, 2025, now, before, became, -1, 0, percents, 2, &err));
  GIVES(TKG_E_ARGUMENT, tkg_index_percents(&how, 2025, now, before, became, 1, 2, percents, 2, &err));
  GIVES(TKG_E_ARGUMENT, tkg_index_percents(&how, 2025, now, before, became, 1, 0, &now[0].prices, 2, &err));
  GIVES(TKG_E_OUT_OF_RANGE, tkg_index_percents(&how, -1, now, before, became, 1, 0, percents, 2, &err));
}

static void refuses_rule(tkg_status expected, tkg_index_rule how) {
  tkg_index_figures now = figures("4.18", "1.82");
  tkg_decimal percent;
  GIVES(expected, tkg_index_percents(&how, 2025, &now, NULL, NULL, 1, 1, &percent, 1, &err));
}

static void test_rules(void) {
  tkg_index_rule how = rule();
  how.mode = TKG_MODE_EXACT;
  refuses_rule(TKG_E_INEXACT, how);
  how = rule();
  how.prices = number("11");
  refuses_rule(TKG_E_KEY_SUM, how);
  how = rule();
  how.method = 3;
  refuses_rule(TKG_E_ARGUMENT, how);
  how = rule();
  how.stage = 2;
  refuses_rule(TKG_E_ARGUMENT, how);
  how = rule();
  how.decimals = -1;
  refuses_rule(TKG_E_ARGUMENT, how);
  how.decimals = 99;
  refuses_rule(TKG_E_OVERFLOW, how);
  how = rule();
  how.struct_size = 0;
  refuses_rule(TKG_E_ABI, how);
  how = rule();
  how.rules_version = 9;
  refuses_rule(TKG_E_STATE, how);
}

void test_indexation(void) {
  static const int64_t tariffs[2] = {12345, 100}, missing[2] = {1, TKG_MISSING}, owed[2] = {1, -1};
  tkg_decimal percents[2];
  int64_t out[4];
  percents[0] = number("4.91");
  percents[1] = number("1");
  test_percents();
  test_rules();
  GIVES(TKG_OK, tkg_index_tariffs_i64(1, tariffs, 2, percents, 2, 2025, TKG_CHAIN_ON_ROUNDED, 0, 1, out, 4, &err));
  CHECK(out[0] == 12951 && out[1] == 105 && out[2] == 13081 && out[3] == 106);
  GIVES(TKG_OK, tkg_index_tariffs_i64(1, tariffs, 2, percents, 2, 2025, TKG_CHAIN_FROM_BASE, 0, 1, out, 4, &err));
  CHECK(out[2] == 13081 && out[3] == 106);
  GIVES(TKG_OK, tkg_index_tariffs_i64(1, NULL, 0, percents, 2, 2025, 0, 0, 1, NULL, 0, &err));
  GIVES(TKG_OK, tkg_index_tariffs_i64(1, tariffs, 2, NULL, 0, 2025, 0, 0, 1, NULL, 0, &err));
  GIVES(TKG_E_MISSING, tkg_index_tariffs_i64(1, missing, 2, percents, 2, 2025, 0, 0, 1, out, 4, &err));
  GIVES(TKG_E_OUT_OF_RANGE, tkg_index_tariffs_i64(1, owed, 2, percents, 2, 2025, 0, 0, 1, out, 4, &err));
  GIVES(TKG_E_STATE, tkg_index_tariffs_i64(0, tariffs, 2, percents, 2, 2025, 0, 0, 1, out, 4, &err));
  GIVES(TKG_E_ARGUMENT, tkg_index_tariffs_i64(1, tariffs, 2, percents, 2, 2025, 2, 0, 1, out, 4, &err));
  GIVES(TKG_E_ARGUMENT, tkg_index_tariffs_i64(1, out, 2, percents, 2, 2025, 0, 0, 1, out, 4, &err));
  GIVES(TKG_E_BUFFER, tkg_index_tariffs_i64(1, tariffs, 2, percents, 2, 2025, 0, 0, 1, out, 3, &err));
  GIVES(TKG_E_NULL, tkg_index_tariffs_i64(1, NULL, 2, percents, 2, 2025, 0, 0, 1, out, 4, &err));
  GIVES(TKG_E_NULL, tkg_index_tariffs_i64(1, tariffs, 2, NULL, 2, 2025, 0, 0, 1, out, 4, &err));
  GIVES(TKG_E_NULL, tkg_index_tariffs_i64(1, tariffs, 2, percents, 2, 2025, 0, 0, 1, NULL, 4, &err));
  percents[1].sign = 7;
  GIVES(TKG_E_ARGUMENT, tkg_index_tariffs_i64(1, tariffs, 2, percents, 2, 2025, 0, 0, 1, out, 4, &err));
  CHECK(err.item == 1);
}
