/* Printed figures against what they should be. */
#include "check.h"

enum { ROWS = 5, TERMS = 3 };

/* Totals of chapter 8 in euros, of four municipalities and of all, against their streams. */
static const int64_t STATED[ROWS] = {235481200, 326883300, 341500300, 484028500, 1387893300};
static const int64_t STREAMS[TERMS * ROWS] = {66974800,  105054600, 69687900,  168011000, 409728300,
                                              80260600,  108568300, 142829300, 181532300, 513190500,
                                              88245700,  113260400, 128983000, 134485100, 464974200};

static tkg_status reconcile(const int64_t *stated, const int64_t *terms, const int32_t *signs, int64_t *gaps, int32_t *verdicts,
                            int32_t *statuses) {
  return tkg_reconcile_rows_i64(TKG_RULES_VERSION, stated, ROWS, 100, TKG_MODE_HALF_UP, terms, signs, TERMS, 100,
                                TKG_MODE_HALF_UP, gaps, verdicts, ROWS, statuses, NULL, &err);
}

static void test_verdicts(void) {
  static const int64_t gaps_expected[ROWS] = {100, 0, 100, 100, 300};
  static const int32_t verdicts_expected[ROWS] = {TKG_VERDICT_EXPLAINED, TKG_VERDICT_HOLDS, TKG_VERDICT_EXPLAINED,
                                                  TKG_VERDICT_EXPLAINED, TKG_VERDICT_ERROR};
  static const int32_t signs[2] = {1, -1};
  static const int64_t zin[1] = {35648400}, awbz_less_pgb[2] = {181532300, 145884000};
  static const int64_t thousands[1] = {110400000}, table[1] = {110464100};
  int64_t gaps[ROWS];
  int32_t verdicts[ROWS];
  GIVES(TKG_OK, reconcile(STATED, STREAMS, NULL, gaps, verdicts, NULL));
  CHECK(memcmp(gaps, gaps_expected, sizeof gaps) == 0 && memcmp(verdicts, verdicts_expected, sizeof verdicts) == 0);
  GIVES(TKG_OK, reconcile(STATED, STREAMS, NULL, NULL, verdicts, NULL));
  GIVES(TKG_OK, tkg_reconcile_rows_i64(1, zin, 1, 100, TKG_MODE_HALF_UP, awbz_less_pgb, signs, 2, 100, TKG_MODE_HALF_UP, gaps,
                                       verdicts, 1, NULL, NULL, &err));
  CHECK(gaps[0] == 100 && verdicts[0] == TKG_VERDICT_EXPLAINED);
  /* A thousand, cut off: 1104641 as 1104 thousand. */
  GIVES(TKG_OK, tkg_reconcile_rows_i64(1, thousands, 1, 100000, TKG_MODE_HALF_UP, table, NULL, 1, 100, TKG_MODE_HALF_UP, gaps,
                                       verdicts, 1, NULL, NULL, &err));
  CHECK(gaps[0] == -64100 && verdicts[0] == TKG_VERDICT_ONLY_IF);
  GIVES(TKG_OK, tkg_reconcile_rows_i64(1, thousands, 1, 100000, TKG_MODE_DOWN, table, NULL, 1, 100, TKG_MODE_HALF_UP, gaps,
                                       verdicts, 1, NULL, NULL, &err));
  CHECK(verdicts[0] == TKG_VERDICT_EXPLAINED);
  GIVES(TKG_OK, tkg_reconcile_rows_i64(1, NULL, 0, 100, 0, NULL, NULL, TERMS, 100, 0, NULL, NULL, 0, NULL, NULL, &err));
}

static void test_rows(void) {
  int64_t stated[ROWS], gaps[ROWS];
  int32_t verdicts[ROWS], statuses[ROWS];
  memcpy(stated, STATED, sizeof stated);
  stated[1] = TKG_MISSING;
  stated[3] = 150; /* no whole euro */
  stated[4] = -INT64_MAX / 100 * 100;
  GIVES(TKG_E_MISSING, reconcile(stated, STREAMS, NULL, gaps, verdicts, NULL));
  CHECK(err.row == 1 && says("row 1: figure: TKG_MISSING"));
  GIVES(TKG_OK, reconcile(stated, STREAMS, NULL, gaps, verdicts, statuses));
  CHECK(statuses[0] == TKG_OK && statuses[1] == TKG_E_MISSING && statuses[2] == TKG_OK && statuses[3] == TKG_E_UNIT);
  CHECK(statuses[4] == TKG_E_OVERFLOW && verdicts[4] == -1 && gaps[4] == TKG_MISSING);
  CHECK(verdicts[0] == TKG_VERDICT_EXPLAINED && verdicts[1] == -1 && gaps[1] == TKG_MISSING && verdicts[3] == -1);
  stated[1] = STATED[1];
  GIVES(TKG_E_UNIT, reconcile(stated, STREAMS, NULL, gaps, verdicts, NULL));
  CHECK(err.row == 3 && strstr(err.message, "the printed figure 1.5, expected a multiple of its unit 1.") != NULL);
}

static void test_arguments(void) {
  static const int32_t signs[TERMS] = {1, 0, -1};
  int64_t gaps[ROWS], cells[ROWS * TERMS];
  int32_t verdicts[ROWS];
  memcpy(cells, STREAMS, sizeof cells);
  GIVES(TKG_E_ARGUMENT, reconcile(STATED, STREAMS, signs, gaps, verdicts, NULL));
  CHECK(err.item == 1 && says("signs: 0, expected 1 or -1."));
  GIVES(TKG_E_NULL, reconcile(NULL, STREAMS, NULL, gaps, verdicts, NULL));
  GIVES(TKG_E_NULL, reconcile(STATED, NULL, NULL, gaps, verdicts, NULL));
  GIVES(TKG_E_NULL, reconcile(STATED, STREAMS, NULL, gaps, NULL, NULL));
  GIVES(TKG_E_ARGUMENT, reconcile(STATED, cells, NULL, cells + 14, verdicts, NULL));
  GIVES(TKG_E_ARGUMENT, reconcile(STATED, STREAMS, verdicts, gaps, verdicts, NULL));
  GIVES(TKG_E_ARGUMENT, reconcile(STATED, STREAMS, NULL, gaps, verdicts, verdicts));
  GIVES(TKG_E_STATE, tkg_reconcile_rows_i64(2, STATED, ROWS, 100, 0, STREAMS, NULL, TERMS, 100, 0, gaps, verdicts, ROWS, NULL,
                                            NULL, &err));
  GIVES(TKG_E_BUFFER, tkg_reconcile_rows_i64(1, STATED, ROWS, 100, 0, STREAMS, NULL, TERMS, 100, 0, gaps, verdicts, ROWS - 1,
                                             NULL, NULL, &err));
  GIVES(TKG_E_UNIT, tkg_reconcile_rows_i64(1, STATED, ROWS, 0, 0, STREAMS, NULL, TERMS, 100, 0, gaps, verdicts, ROWS, NULL,
                                           NULL, &err));
  GIVES(TKG_E_MISSING, tkg_reconcile_rows_i64(1, STATED, ROWS, 100, 0, STREAMS, NULL, TERMS, INT64_MIN, 0, gaps, verdicts, ROWS,
                                              NULL, NULL, &err));
  GIVES(TKG_E_ARGUMENT, tkg_reconcile_rows_i64(1, STATED, ROWS, 100, 8, STREAMS, NULL, TERMS, 100, 0, gaps, verdicts, ROWS, NULL,
                                               NULL, &err));
  GIVES(TKG_E_ARGUMENT, tkg_reconcile_rows_i64(1, STATED, INT64_MIN, 100, 0, STREAMS, NULL, TERMS, 100, 0, gaps, verdicts, ROWS,
                                               NULL, NULL, &err));
  GIVES(TKG_E_OVERFLOW, tkg_reconcile_rows_i64(1, STATED, ROWS, 100, 0, STREAMS, NULL, INT64_MAX, 100, 0, gaps, verdicts, ROWS,
                                               NULL, NULL, &err));
}

void test_reconciling(void) {
  test_verdicts();
  test_rows();
  test_arguments();
}
