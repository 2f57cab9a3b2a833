/* What no program means to do: counts without end, pointers that are none, places that overlap, letters that end a text. */
#include "check.h"

#include <pthread.h>

static tkg_file file_of(const char *name, int64_t name_length, const char *text) {
  tkg_file file;
  file.name = name;
  file.name_length = name_length;
  file.text = text;
  file.text_length = -1;
  return file;
}

/* More rows, columns or terms than there is memory for, of nothing: a status, and not the end of the program. */
static void test_counts_of_nothing(void) {
  static const int64_t counts[2] = {INT64_C(1) << 40, INT64_MAX};
  int64_t cents[2] = {100, 100}, amount = 0;
  tkg_decimal percents[1];
  int count;
  memset(percents, 0, sizeof percents);
  for (count = 0; count < 2; count++) {
    int64_t many = counts[count];
    GIVES(TKG_E_NOMEM, tkg_table_round(NULL, many, 0, 100, NULL, NULL, NULL, 0, NULL, NULL, NULL, &err));
    CHECK(begins(err.message, "rows: ") && strcmp(err.field, "rows") == 0);
    GIVES(TKG_E_NOMEM, tkg_table_round(NULL, 0, many, 100, NULL, NULL, NULL, 0, NULL, NULL, NULL, &err));
    CHECK(strcmp(err.field, "columns") == 0);
    GIVES(TKG_E_NOMEM, tkg_reconcile_rows_i64(1, NULL, 0, 100, 0, NULL, NULL, many, 100, 0, NULL, NULL, 0, NULL, NULL, &err));
    CHECK(strcmp(err.field, "term_count") == 0);
    GIVES(TKG_E_NULL, tkg_instalments(1, many, NULL, &err));
    GIVES(TKG_E_NULL, tkg_payments_i64(NULL, many, NULL, NULL, NULL, 0, NULL, &err));
    GIVES(TKG_E_NULL, tkg_index_tariffs_i64(1, NULL, 0, NULL, many, 2024, 0, 0, 1, NULL, 0, &err));
    GIVES(TKG_OK, tkg_effort_amounts_i64(NULL, NULL, 0, 0, 0, &amount, many, &err));
  }
  GIVES(TKG_OK, tkg_index_tariffs_i64(1, cents, 2, percents, 0, 2024, 0, 0, 1, NULL, 0, &err));
}

/* A place that is no multiple of its size is no NULL. */
static void test_misaligned_places(void) {
  int64_t room[4] = {0, 0, 0, 0};
  char *odd = (char *)room + 1;
  static char records[2 * sizeof(tkg_error)];
  GIVES(TKG_E_ARGUMENT, tkg_cancel_new((tkg_cancel **)(void *)odd, &err));
  CHECK(says("out: the address 0x") && strstr(err.message, ", expected a multiple of ") != NULL);
  GIVES(TKG_E_ARGUMENT, tkg_instalments(100, 2, (int64_t *)(void *)odd, &err));
  GIVES(TKG_E_ARGUMENT, tkg_amount_parse("1", -1, TKG_NOTATION_PLAIN, (int64_t *)(void *)odd, &err));
  GIVES(TKG_E_ABI, tkg_check_abi(TKG_ABI_VERSION, 0, (tkg_error *)(void *)(records + 2)));
  CHECK(room[0] == 0 && room[1] == 0);
}

/* After a failure there is nothing to release, whichever place was wrong. */
static void test_arrow_places(void) {
  const int64_t cents[1] = {1};
  struct ArrowSchema schema;
  struct ArrowArray array;
  tkg_error small;
  small.struct_size = 8;
  memset(&schema, 0x55, sizeof schema);
  GIVES(TKG_E_NULL, tkg_amounts_arrow(cents, 1, "cents", -1, TKG_ARROW_INT64, &schema, NULL, &err));
  CHECK(schema.release == NULL);
  memset(&array, 0x55, sizeof array);
  GIVES(TKG_E_NULL, tkg_amounts_arrow(cents, 1, "cents", -1, TKG_ARROW_INT64, NULL, &array, &err));
  CHECK(array.release == NULL);
  memset(&schema, 0x55, sizeof schema);
  memset(&array, 0x55, sizeof array);
  GIVES(TKG_E_ABI, tkg_amounts_arrow(cents, 1, "cents", -1, TKG_ARROW_INT64, &schema, &array, &small));
  CHECK(schema.release == NULL && array.release == NULL);
  memset(&schema, 0x55, sizeof schema);
  memset(&array, 0x55, sizeof array);
  GIVES(TKG_E_NULL, tkg_outcome_arrow(NULL, 0, TKG_ARROW_INT64, &schema, &array, &err));
  CHECK(schema.release == NULL && array.release == NULL);
}

/* A NUL inside a text does not end what is said about it. */
static void test_letters_that_end_a_text(void) {
  tkg_file main_file = file_of("a\0b", 3, "x");
  tkg_scenario *scenario = NULL;
  int64_t cents = 0;
  GIVES(TKG_E_UNREADABLE, tkg_amount_parse("1\0" "2", 3, TKG_NOTATION_PLAIN, &cents, &err));
  CHECK(says("\"1\\02\", expected an amount such as -1234.56."));
  GIVES(TKG_E_SYNTAX, tkg_scenario_read(&main_file, NULL, 0, &scenario, &err));
  CHECK(says("a\\0b:1: "));
}

/* What a failure is about is called as the header calls it. */
static void test_names_of_arguments(void) {
  tkg_text *text = NULL;
  int64_t cents[3] = {-100, 60, 40}, from[2], to[2], amounts[2];
  GIVES(TKG_E_NULL, tkg_scenario_files(NULL, &text, &err));
  CHECK(says("main_file: NULL, expected a pointer.") && strcmp(err.field, "main_file") == 0);
  GIVES(TKG_E_ARGUMENT, tkg_reconcile_rows_i64(1, NULL, 0, 100, 8, NULL, NULL, 0, 100, 0, NULL, NULL, 0, NULL, NULL, &err));
  CHECK(says("stated_mode: 8, expected a number from 0 to 7."));
  GIVES(TKG_E_ARGUMENT, tkg_payments_i64(cents, 3, from, to, amounts, 2, &amounts[1], &err));
  CHECK(says("amounts: memory that needed uses too, expected a buffer of its own."));
  GIVES(TKG_E_ARGUMENT, tkg_payments_i64(cents, 3, from, to, amounts, 2, &cents[1], &err));
  CHECK(cents[1] == 60);
  GIVES(TKG_E_ARGUMENT, tkg_amount_format(100, TKG_NOTATION_PLAIN, (char *)amounts, 16, &amounts[0], &err));
  CHECK(says("buffer: memory that needed uses too, expected a buffer of its own."));
}

enum { STACK = 512 * 1024, LONG = 1 << 20 };

/* A text that nests as deep as it may, or deeper; `level` opens one level. */
static tkg_status read_nested(const char *level, int levels, const char *end, tkg_error *own) {
  char *text = (char *)malloc(LONG);
  size_t length = 0, each = strlen(level);
  tkg_scenario *scenario = NULL;
  tkg_file main_file = file_of("deep.toml", -1, text);
  tkg_status status;
  length += (size_t)sprintf(text, "budget = ");
  for (; levels > 0 && length + each < LONG - 16; levels--, length += each) memcpy(text + length, level, each);
  sprintf(text + length, "%s\n", end);
  status = tkg_scenario_read(&main_file, NULL, 0, &scenario, own);
  free(text);
  return status;
}

/* Whatever a text holds, it takes no more stack than the header says. */
static void *read_deep_texts(void *ctx) {
  tkg_error own;
  tkg_decimal number;
  char *zeros = (char *)malloc(LONG);
  own.struct_size = sizeof own;
  memset(zeros, '0', LONG);
  if (read_nested("[", LONG, "", &own) != TKG_E_SYNTAX) return ctx;
  if (strcmp(own.message, "deep.toml:1: values nested too deeply, expected at most 80 levels.") != 0) return ctx;
  if (read_nested("{a=", LONG, "", &own) != TKG_E_SYNTAX) return ctx;
  if (read_nested("[{a=", 30, "1}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]", &own) == TKG_OK) return ctx;
  if (tkg_decimal_parse(zeros, LONG, &number, &own) != TKG_OK || number.lo != 0) return ctx;
  free(zeros);
  return NULL;
}

static void test_deep_texts(void) {
  pthread_attr_t small;
  pthread_t thread;
  void *failed = &err;
  CHECK(pthread_attr_init(&small) == 0 && pthread_attr_setstacksize(&small, STACK) == 0);
  CHECK(pthread_create(&thread, &small, read_deep_texts, &err) == 0 && pthread_join(thread, &failed) == 0);
  CHECK(failed == NULL);
  pthread_attr_destroy(&small);
}

void test_hostile(void) {
  test_deep_texts();
  test_counts_of_nothing();
  test_misaligned_places();
  test_arrow_places();
  test_letters_that_end_a_text();
  test_names_of_arguments();
}
