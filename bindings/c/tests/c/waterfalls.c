/* Budgets that run through lines, and the years of an RTA. */
#include "check.h"

/* The totals of Bedum, Winsum, Eemsmond and De Marne. */
static const int64_t BUDGETS[4] = {235481200, 341500300, 484028500, 326883300};

static tkg_decimal percent(const char *text) {
  tkg_decimal number;
  GIVES(TKG_OK, tkg_decimal_parse(text, -1, &number, &err));
  return number;
}

static tkg_status rta(int32_t reading, const char *cut, const char *residual, tkg_waterfall **out) {
  tkg_decimal printed = percent(cut), in_base = percent("3.5"), rest = percent(residual), unit = percent("1"), lines[3];
  lines[0] = percent("2.5");
  lines[1] = percent("2.5");
  lines[2] = percent("10");
  return tkg_waterfall_new_rta(TKG_RULES_VERSION, 2016, reading, &printed, &in_base, lines, 3, &rest, &unit, out, &err);
}

/* The year 2016 of Groningen: the printed lines add up to 103.5%, so the reading of the cut decides. */
static void test_readings(void) {
  static const int64_t bedum[5] = {11774060, 5887030, 5887030, 23548120, 188384960};
  int64_t out[20], count = 0, sum;
  tkg_waterfall *year = NULL;
  int line, row;
  GIVES(TKG_OK, rta(TKG_READING_CUMULATIVE_POINTS, "8.5", "80", &year));
  GIVES(TKG_OK, tkg_waterfall_count(year, &count, &err));
  CHECK(count == 5);
  GIVES(TKG_OK, tkg_waterfall_columns_i64(year, BUDGETS, 4, out, 20, NULL, NULL, &err));
  for (line = 0; line < 5; line++) CHECK(out[line * 4] == bedum[line]);
  for (row = 0; row < 4; row++) {
    for (line = 0, sum = 0; line < 5; line++) sum += out[line * 4 + row];
    CHECK(sum == BUDGETS[row]);
  }
  tkg_waterfall_free(year);
  GIVES(TKG_E_SCHEDULE_SUM, rta(TKG_READING_LITERAL, "8.5", "80", &year));
  CHECK(year == NULL && strstr(err.message, "103.5%") != NULL);
  GIVES(TKG_OK, rta(TKG_READING_COMPOUNDING, "8.5", "80", &year));
  GIVES(TKG_OK, tkg_waterfall_columns_i64(year, BUDGETS, 4, out, 20, NULL, NULL, &err));
  CHECK(out[0] == 12201098); /* 1 - 0.915 / 0.965 of EUR 2,354,812.00 */
  tkg_waterfall_free(year);
  GIVES(TKG_E_ARGUMENT, rta(3, "8.5", "80", &year));
  GIVES(TKG_E_OUT_OF_RANGE, rta(TKG_READING_CUMULATIVE_POINTS, "2", "80", &year));
  GIVES(TKG_E_UNIT, rta(TKG_READING_CUMULATIVE_POINTS, "8.5", "80.5", &year));
}

static void test_rta_arguments(void) {
  tkg_decimal cut = percent("5"), base = percent("0"), lines[1], rest = percent("95"), unit = percent("1");
  tkg_waterfall *year = NULL;
  int64_t count = 0;
  lines[0] = percent("5");
  GIVES(TKG_OK, tkg_waterfall_new_rta(1, 2015, 0, NULL, NULL, lines, 1, &rest, &unit, &year, &err));
  GIVES(TKG_OK, tkg_waterfall_count(year, &count, &err));
  CHECK(count == 2);
  tkg_waterfall_free(year);
  GIVES(TKG_OK, tkg_waterfall_new_rta(1, 2015, 0, &cut, &base, NULL, 0, &rest, &unit, &year, &err));
  tkg_waterfall_free(year);
  GIVES(TKG_E_STATE, tkg_waterfall_new_rta(2, 2015, 0, &cut, &base, NULL, 0, &rest, &unit, &year, &err));
  GIVES(TKG_E_OUT_OF_RANGE, tkg_waterfall_new_rta(1, -1, 0, &cut, &base, NULL, 0, &rest, &unit, &year, &err));
  GIVES(TKG_E_NULL, tkg_waterfall_new_rta(1, 2015, 0, &cut, NULL, NULL, 0, &rest, &unit, &year, &err));
  GIVES(TKG_E_NULL, tkg_waterfall_new_rta(1, 2015, 0, &cut, &base, NULL, 1, &rest, &unit, &year, &err));
  GIVES(TKG_E_NULL, tkg_waterfall_new_rta(1, 2015, 0, &cut, &base, NULL, 0, NULL, &unit, &year, &err));
  GIVES(TKG_E_NULL, tkg_waterfall_new_rta(1, 2015, 0, &cut, &base, NULL, 0, &rest, NULL, &year, &err));
  GIVES(TKG_E_NULL, tkg_waterfall_new_rta(1, 2015, 0, &cut, &base, NULL, 0, &rest, &unit, NULL, &err));
  lines[0].reserved = 1;
  GIVES(TKG_E_ARGUMENT, tkg_waterfall_new_rta(1, 2015, 0, NULL, NULL, lines, 1, &rest, &unit, &year, &err));
  CHECK(err.item == 0 && year == NULL);
}

static tkg_line line_of(const char *name, int32_t rule, const char *share) {
  tkg_line line;
  memset(&line, 0, sizeof line);
  line.struct_size = sizeof line;
  line.rule = rule;
  line.role = TKG_ROLE_PART;
  line.base = TKG_BASE_WHOLE;
  line.percent = percent(share);
  line.floor = TKG_MISSING;
  line.ceiling = TKG_MISSING;
  line.name = name;
  line.name_length = -1;
  return line;
}

static void refuses(tkg_status expected, tkg_line one, tkg_line two) {
  tkg_line lines[2];
  tkg_waterfall *waterfall = NULL;
  lines[0] = one;
  lines[1] = two;
  GIVES(expected, tkg_waterfall_new(1, lines, 2, 1, TKG_TIE_FIRST, &waterfall, &err));
  CHECK(waterfall == NULL);
}

static void test_refusals(void) {
  tkg_line share = line_of("share", TKG_RULE_SHARE, "10"), rest = line_of("rest", TKG_RULE_RESIDUAL, "0"), wrong;
  refuses(TKG_E_DUPLICATE, rest, rest);
  refuses(TKG_E_WATERFALL, rest, share);
  refuses(TKG_E_WATERFALL, share, line_of("more", TKG_RULE_SHARE, "80"));
  refuses(TKG_E_OUT_OF_RANGE, line_of("more", TKG_RULE_SHARE, "101"), rest);
  wrong = line_of("of memo", TKG_RULE_SHARE, "10");
  wrong.base = 0;
  share.role = TKG_ROLE_MEMO;
  refuses(TKG_E_MEMO, share, wrong);
  share.role = TKG_ROLE_PART;
  wrong.base = 1;
  refuses(TKG_E_UNKNOWN_NAME, share, wrong);
  CHECK(err.item == 1);
  wrong = share;
  wrong.floor = 2;
  wrong.ceiling = 1;
  refuses(TKG_E_BOUNDS, wrong, rest);
  wrong = line_of("fixed", TKG_RULE_FIXED, "0");
  wrong.fixed = TKG_MISSING;
  refuses(TKG_E_MISSING, wrong, rest);
  wrong = share;
  wrong.role = TKG_ROLE_TOTAL;
  refuses(TKG_E_ARGUMENT, wrong, rest);
  wrong = share;
  wrong.rule = 4;
  refuses(TKG_E_ARGUMENT, wrong, rest);
  wrong = share;
  wrong.struct_size = 8;
  refuses(TKG_E_ABI, wrong, rest);
  wrong = share;
  wrong.percent.scale = 29;
  refuses(TKG_E_ARGUMENT, wrong, rest);
  wrong = share;
  wrong.name = NULL;
  refuses(TKG_E_NULL, wrong, rest);
}

/* A fixed amount for a foundation, a tenth of the rest with a floor, and the residual; one line only shown. */
static void test_lines(void) {
  tkg_line lines[4];
  tkg_waterfall *waterfall = NULL;
  int64_t out[8];
  static const int64_t budgets[2] = {100000, 5000}, expected[8] = {10000, 10000, 9000, 500, 81000, -5500, 20000, 1000};
  int32_t statuses[2];
  lines[0] = line_of("AMHK", TKG_RULE_FIXED, "0");
  lines[0].fixed = 10000;
  lines[1] = line_of("innovatie", TKG_RULE_SHARE_OF_REST, "10");
  lines[1].floor = 500;
  lines[2] = line_of("directe zorg", TKG_RULE_RESIDUAL, "0");
  lines[3] = line_of("waarvan", TKG_RULE_SHARE, "20");
  lines[3].role = TKG_ROLE_MEMO;
  GIVES(TKG_OK, tkg_waterfall_new(1, lines, 4, 1, TKG_TIE_FIRST, &waterfall, &err));
  GIVES(TKG_OK, tkg_waterfall_columns_i64(waterfall, budgets, 2, out, 8, NULL, NULL, &err));
  CHECK(memcmp(out, expected, sizeof out) == 0);
  tkg_waterfall_free(waterfall);
  lines[2].floor = 0;
  GIVES(TKG_OK, tkg_waterfall_new(1, lines, 4, 1, TKG_TIE_FIRST, &waterfall, &err));
  GIVES(TKG_E_BOUNDS, tkg_waterfall_columns_i64(waterfall, budgets, 2, out, 8, NULL, NULL, &err));
  CHECK(err.row == 1 && strcmp(err.field, "line \"directe zorg\"") == 0 && says("row 1: line \"directe zorg\": "));
  GIVES(TKG_OK, tkg_waterfall_columns_i64(waterfall, budgets, 2, out, 8, statuses, NULL, &err));
  CHECK(statuses[0] == TKG_OK && statuses[1] == TKG_E_BOUNDS && out[0] == 10000 && out[1] == TKG_MISSING);
  GIVES(TKG_E_BUFFER, tkg_waterfall_columns_i64(waterfall, budgets, 2, out, 7, NULL, NULL, &err));
  GIVES(TKG_E_ARGUMENT, tkg_waterfall_columns_i64(waterfall, out, 2, out, 8, NULL, NULL, &err));
  GIVES(TKG_OK, tkg_waterfall_columns_i64(waterfall, NULL, 0, NULL, 0, NULL, NULL, &err));
  GIVES(TKG_E_NULL, tkg_waterfall_columns_i64(NULL, budgets, 2, out, 8, NULL, NULL, &err));
  GIVES(TKG_E_NULL, tkg_waterfall_columns_i64(waterfall, NULL, 2, out, 8, NULL, NULL, &err));
  GIVES(TKG_E_NULL, tkg_waterfall_columns_i64(waterfall, budgets, 2, NULL, 8, NULL, NULL, &err));
  GIVES(TKG_E_NULL, tkg_waterfall_count(waterfall, NULL, &err));
  GIVES(TKG_E_NULL, tkg_waterfall_count(NULL, out, &err));
  tkg_waterfall_free(waterfall);
  tkg_waterfall_free(NULL);
  GIVES(TKG_E_WATERFALL, tkg_waterfall_new(1, NULL, 0, 1, TKG_TIE_FIRST, &waterfall, &err));
  GIVES(TKG_E_NULL, tkg_waterfall_new(1, NULL, 4, 1, TKG_TIE_FIRST, &waterfall, &err));
  GIVES(TKG_E_NULL, tkg_waterfall_new(1, lines, 4, 1, TKG_TIE_FIRST, NULL, &err));
  GIVES(TKG_E_UNIT, tkg_waterfall_new(1, lines, 4, 0, TKG_TIE_FIRST, &waterfall, &err));
  GIVES(TKG_E_ARGUMENT, tkg_waterfall_new(1, lines, 4, 1, 4, &waterfall, &err));
  GIVES(TKG_E_STATE, tkg_waterfall_new(0, lines, 4, 1, TKG_TIE_FIRST, &waterfall, &err));
}

void test_waterfalls(void) {
  test_readings();
  test_rta_arguments();
  test_refusals();
  test_lines();
}
