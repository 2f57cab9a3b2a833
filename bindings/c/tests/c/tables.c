/* Tables that still add up when they are rounded. */
#include "check.h"

/* Two municipalities, three lines: in euros, each number by itself would give 2 + 1 + 1 beside a total of 3. */
static const int64_t CELLS[6] = {150, 50, 50, 33, 33, 234};

void test_tables(void) {
  static const int64_t expected[6] = {200, 100, 0, 0, 0, 300}, row_totals[2] = {300, 200}, odd[2] = {300, 250};
  static const int64_t impossible[3] = {1000, -400, -100}, missing[6] = {1, 2, 3, TKG_MISSING, 5, 6};
  int64_t out[6], rows[2], columns[3], total;
  GIVES(TKG_OK, tkg_table_round(CELLS, 2, 3, 100, NULL, NULL, out, 6, rows, columns, &total, &err));
  CHECK(memcmp(out, expected, sizeof out) == 0);
  CHECK(rows[0] == 300 && rows[1] == 300 && columns[0] == 200 && columns[1] == 100 && columns[2] == 300 && total == 600);
  GIVES(TKG_OK, tkg_table_round(CELLS, 2, 3, 100, row_totals, NULL, out, 6, rows, NULL, NULL, &err));
  CHECK(rows[0] == 300 && rows[1] == 200 && out[3] + out[4] + out[5] == 200);
  GIVES(TKG_OK, tkg_table_round(NULL, 0, 3, 100, NULL, NULL, NULL, 0, NULL, columns, &total, &err));
  CHECK(columns[0] == 0 && columns[2] == 0 && total == 0);
  GIVES(TKG_E_TABLE_CONFLICT, tkg_table_round(CELLS, 2, 3, 100, NULL, impossible, out, 6, NULL, NULL, NULL, &err));
  GIVES(TKG_E_UNIT, tkg_table_round(CELLS, 2, 3, 0, NULL, NULL, out, 6, NULL, NULL, NULL, &err));
  GIVES(TKG_E_UNIT, tkg_table_round(CELLS, 2, 3, 100, odd, NULL, out, 6, NULL, NULL, NULL, &err));
  GIVES(TKG_E_MISSING, tkg_table_round(missing, 2, 3, 100, NULL, NULL, out, 6, NULL, NULL, NULL, &err));
  CHECK(err.item == 3);
  GIVES(TKG_E_MISSING, tkg_table_round(CELLS, 2, 3, TKG_MISSING, NULL, NULL, out, 6, NULL, NULL, NULL, &err));
  GIVES(TKG_E_MISSING, tkg_table_round(CELLS, 1, 6, 100, missing + 3, NULL, out, 6, NULL, NULL, NULL, &err));
  GIVES(TKG_E_BUFFER, tkg_table_round(CELLS, 2, 3, 100, NULL, NULL, out, 5, NULL, NULL, NULL, &err));
  GIVES(TKG_E_ARGUMENT, tkg_table_round(CELLS, -1, 3, 100, NULL, NULL, out, 6, NULL, NULL, NULL, &err));
  GIVES(TKG_E_ARGUMENT, tkg_table_round(CELLS, 2, -3, 100, NULL, NULL, out, 6, NULL, NULL, NULL, &err));
  GIVES(TKG_E_OVERFLOW, tkg_table_round(CELLS, INT64_MAX, 3, 100, NULL, NULL, out, 6, NULL, NULL, NULL, &err));
  GIVES(TKG_E_ARGUMENT, tkg_table_round(out, 2, 3, 100, NULL, NULL, out, 6, NULL, NULL, NULL, &err));
  GIVES(TKG_E_ARGUMENT, tkg_table_round(CELLS, 2, 3, 100, NULL, NULL, out, 6, out + 5, NULL, NULL, &err));
  GIVES(TKG_E_ARGUMENT, tkg_table_round(CELLS, 2, 3, 100, NULL, columns, out, 6, NULL, columns, NULL, &err));
  GIVES(TKG_E_NULL, tkg_table_round(NULL, 2, 3, 100, NULL, NULL, out, 6, NULL, NULL, NULL, &err));
  GIVES(TKG_E_NULL, tkg_table_round(CELLS, 2, 3, 100, NULL, NULL, NULL, 6, NULL, NULL, NULL, &err));
}
