/* Many amounts at once: by one plan, or each by its own weights. */
#include "check.h"

enum { ROWS = 5000, PARTS = 3 };

static const int64_t WEIGHTS[PARTS] = {2, 3, 7};
static int64_t amounts[ROWS], by_row[ROWS * PARTS], by_column[ROWS * PARTS];
static int32_t statuses[ROWS];

static void fill(void) {
  int row;
  for (row = 0; row < ROWS; row++) amounts[row] = (int64_t)row * 7919 - 12345678;
}

/* Every row is what it is by itself, in both layouts. */
static void test_layouts(void) {
  tkg_plan *plan = plan_of(WEIGHTS, PARTS);
  int64_t parts[PARTS];
  int row, part;
  fill();
  GIVES(TKG_OK, tkg_allocate_rows_i64(plan, amounts, ROWS, by_row, ROWS * PARTS, NULL, NULL, &err));
  GIVES(TKG_OK, tkg_allocate_columns_i64(plan, amounts, ROWS, by_column, ROWS * PARTS, NULL, NULL, &err));
  for (row = 0; row < ROWS; row++) {
    GIVES(TKG_OK, tkg_allocate_i64(plan, amounts[row], parts, PARTS, &err));
    CHECK(parts[0] + parts[1] + parts[2] == amounts[row]);
    for (part = 0; part < PARTS; part++) {
      CHECK(by_row[row * PARTS + part] == parts[part]);
      CHECK(by_column[part * ROWS + row] == parts[part]);
    }
  }
  tkg_plan_free(plan);
}

/* A row that fails has its status, and leaves the others alone. */
static void test_statuses(void) {
  tkg_plan *plan = plan_of(WEIGHTS, PARTS);
  int row;
  fill();
  amounts[1500] = TKG_MISSING;
  GIVES(TKG_E_MISSING, tkg_allocate_rows_i64(plan, amounts, ROWS, by_row, ROWS * PARTS, NULL, NULL, &err));
  CHECK(err.row == 1500 && says("row 1500: amount"));
  GIVES(TKG_E_MISSING, tkg_allocate_columns_i64(plan, amounts, ROWS, by_column, ROWS * PARTS, NULL, NULL, &err));
  CHECK(err.row == 1500);
  memset(statuses, 0x55, sizeof statuses);
  GIVES(TKG_OK, tkg_allocate_rows_i64(plan, amounts, ROWS, by_row, ROWS * PARTS, statuses, NULL, &err));
  for (row = 0; row < ROWS; row++) CHECK(statuses[row] == (row == 1500 ? TKG_E_MISSING : TKG_OK));
  memset(statuses, 0x55, sizeof statuses);
  GIVES(TKG_OK, tkg_allocate_columns_i64(plan, amounts, ROWS, by_column, ROWS * PARTS, statuses, NULL, &err));
  for (row = 0; row < ROWS; row++) {
    CHECK(statuses[row] == (row == 1500 ? TKG_E_MISSING : TKG_OK));
    CHECK((by_column[row] == TKG_MISSING) == (row == 1500));
    CHECK(by_row[row * PARTS + 2] == by_column[2 * ROWS + row]);
  }
  tkg_plan_free(plan);
}

static void test_arguments(void) {
  tkg_plan *plan = plan_of(WEIGHTS, PARTS);
  tkg_status (*const calls[2])(const tkg_plan *, const int64_t *, int64_t, int64_t *, int64_t, int32_t *, const tkg_run *,
                               tkg_error *) = {tkg_allocate_rows_i64, tkg_allocate_columns_i64};
  int call;
  fill();
  for (call = 0; call < 2; call++) {
    GIVES(TKG_OK, calls[call](plan, NULL, 0, NULL, 0, NULL, NULL, &err));
    GIVES(TKG_E_NULL, calls[call](NULL, amounts, 4, by_row, 12, NULL, NULL, &err));
    GIVES(TKG_E_NULL, calls[call](plan, NULL, 4, by_row, 12, NULL, NULL, &err));
    GIVES(TKG_E_NULL, calls[call](plan, amounts, 4, NULL, 12, NULL, NULL, &err));
    GIVES(TKG_E_BUFFER, calls[call](plan, amounts, 4, by_row, 11, NULL, NULL, &err));
    GIVES(TKG_E_ARGUMENT, calls[call](plan, amounts, -1, by_row, 12, NULL, NULL, &err));
    GIVES(TKG_E_ARGUMENT, calls[call](plan, amounts, INT64_MAX / 4, by_row, INT64_MAX, NULL, NULL, &err));
    GIVES(TKG_E_ARGUMENT, calls[call](plan, by_row + 11, 4, by_row, 12, NULL, NULL, &err));
    CHECK(says("out: memory that amounts uses too, expected a buffer of its own."));
    GIVES(TKG_E_ARGUMENT, calls[call](plan, amounts, 4, by_row, 12, (int32_t *)(void *)&by_row[11], NULL, &err));
    GIVES(TKG_OK, calls[call](plan, by_row + 12, 4, by_row, 12, NULL, NULL, &err));
  }
  tkg_plan_free(plan);
}

void test_batches(void) {
  test_layouts();
  test_statuses();
  test_arguments();
}

typedef struct heard {
  int64_t calls, last, stop_at;
} heard;

static tkg_status TKG_CALL hear(void *ctx, int64_t done, int64_t total) {
  heard *told = (heard *)ctx;
  CHECK(total == ROWS && done >= told->last && done <= total);
  told->calls++;
  told->last = done;
  return done >= told->stop_at ? TKG_E_CANCELLED : TKG_OK;
}

void test_runs(void) {
  tkg_plan *plan = plan_of(WEIGHTS, PARTS);
  tkg_cancel *cancel = NULL;
  heard told = {0, 0, INT64_MAX};
  tkg_run run;
  memset(&run, 0, sizeof run);
  run.struct_size = sizeof run;
  fill();
  GIVES(TKG_OK, tkg_allocate_rows_i64(plan, amounts, ROWS, by_row, ROWS * PARTS, NULL, &run, &err));
  run.progress = hear;
  run.ctx = &told;
  GIVES(TKG_OK, tkg_allocate_rows_i64(plan, amounts, ROWS, by_row, ROWS * PARTS, NULL, &run, &err));
  CHECK(told.calls == 6 && told.last == ROWS); /* 0, 1024, 2048, 3072, 4096, 5000 */
  told.last = 0;
  told.calls = 0;
  GIVES(TKG_OK, tkg_allocate_columns_i64(plan, amounts, ROWS, by_row, ROWS * PARTS, NULL, &run, &err));
  CHECK(told.calls == 6 && told.last == ROWS);
  told.last = 0;
  told.stop_at = 2048;
  GIVES(TKG_E_CANCELLED, tkg_allocate_columns_i64(plan, amounts, ROWS, by_row, ROWS * PARTS, NULL, &run, &err));
  CHECK(told.last == 2048 && says("run: cancelled by its progress function"));
  run.progress = NULL;
  GIVES(TKG_OK, tkg_cancel_new(&cancel, &err));
  run.cancel = cancel;
  GIVES(TKG_OK, tkg_allocate_rows_i64(plan, amounts, ROWS, by_row, ROWS * PARTS, statuses, &run, &err));
  GIVES(TKG_OK, tkg_cancel_set(cancel, &err));
  GIVES(TKG_E_CANCELLED, tkg_allocate_rows_i64(plan, amounts, ROWS, by_row, ROWS * PARTS, statuses, &run, &err));
  CHECK(says("run: cancelled by its token"));
  GIVES(TKG_E_NULL, tkg_cancel_set(NULL, &err));
  GIVES(TKG_E_NULL, tkg_cancel_new(NULL, &err));
  run.cancel = NULL;
  run.flags = 1;
  GIVES(TKG_E_ARGUMENT, tkg_allocate_rows_i64(plan, amounts, ROWS, by_row, ROWS * PARTS, NULL, &run, &err));
  run.flags = 0;
  run.struct_size = 4;
  GIVES(TKG_E_ABI, tkg_allocate_rows_i64(plan, amounts, ROWS, by_row, ROWS * PARTS, NULL, &run, &err));
  tkg_cancel_free(cancel);
  tkg_cancel_free(NULL);
  tkg_plan_free(plan);
}

void test_ragged(void) {
  static const int64_t wholes[3] = {100, 7, -100}, weights[7] = {9, 1, 1, 1, 5, 2, 3};
  static const int64_t offsets[4] = {1, 4, 5, 7}, falls[4] = {0, 3, 2, 7}, negative[4] = {-1, 3, 5, 7};
  static const int64_t expected[7] = {77, 34, 33, 33, 7, -40, -60}, empty[4] = {0, 2, 2, 7}, missing[2] = {TKG_MISSING, 1};
  tkg_split split = in_cents();
  int64_t out[7] = {77, 0, 0, 0, 0, 0, 0};
  int32_t rows[3];
  GIVES(TKG_OK, tkg_allocate_ragged_i64(&split, wholes, 3, offsets, weights, out, 7, NULL, NULL, &err));
  CHECK(memcmp(out, expected, sizeof out) == 0);
  GIVES(TKG_E_ZERO_WEIGHTS, tkg_allocate_ragged_i64(&split, wholes, 3, empty, weights, out, 7, NULL, NULL, &err));
  CHECK(err.row == 1);
  GIVES(TKG_OK, tkg_allocate_ragged_i64(&split, wholes, 3, empty, weights, out, 7, rows, NULL, &err));
  CHECK(rows[0] == TKG_OK && rows[1] == TKG_E_ZERO_WEIGHTS && rows[2] == TKG_OK);
  GIVES(TKG_OK, tkg_allocate_ragged_i64(&split, missing, 2, offsets, weights, out, 7, rows, NULL, &err));
  CHECK(rows[0] == TKG_E_MISSING && rows[1] == TKG_OK && out[1] == TKG_MISSING && out[3] == TKG_MISSING && out[4] == 1);
  GIVES(TKG_E_ARGUMENT, tkg_allocate_ragged_i64(&split, wholes, 3, falls, weights, out, 7, NULL, NULL, &err));
  CHECK(err.item == 2);
  GIVES(TKG_E_ARGUMENT, tkg_allocate_ragged_i64(&split, wholes, 3, negative, weights, out, 7, NULL, NULL, &err));
  GIVES(TKG_E_BUFFER, tkg_allocate_ragged_i64(&split, wholes, 3, offsets, weights, out, 6, NULL, NULL, &err));
  GIVES(TKG_E_ARGUMENT, tkg_allocate_ragged_i64(&split, wholes, 3, offsets, out, out, 7, NULL, NULL, &err));
  GIVES(TKG_E_ARGUMENT, tkg_allocate_ragged_i64(&split, out, 3, offsets, weights, out, 7, NULL, NULL, &err));
  GIVES(TKG_E_ARGUMENT, tkg_allocate_ragged_i64(&split, wholes, -1, offsets, weights, out, 7, NULL, NULL, &err));
  GIVES(TKG_OK, tkg_allocate_ragged_i64(&split, NULL, 0, empty, NULL, NULL, 0, NULL, NULL, &err));
  GIVES(TKG_E_NULL, tkg_allocate_ragged_i64(NULL, wholes, 3, offsets, weights, out, 7, NULL, NULL, &err));
  GIVES(TKG_E_NULL, tkg_allocate_ragged_i64(&split, NULL, 3, offsets, weights, out, 7, NULL, NULL, &err));
  GIVES(TKG_E_NULL, tkg_allocate_ragged_i64(&split, wholes, 3, NULL, weights, out, 7, NULL, NULL, &err));
  GIVES(TKG_E_NULL, tkg_allocate_ragged_i64(&split, wholes, 3, offsets, NULL, out, 7, NULL, NULL, &err));
  GIVES(TKG_E_NULL, tkg_allocate_ragged_i64(&split, wholes, 3, offsets, weights, NULL, 7, NULL, NULL, &err));
}
