/* Tables and columns for readers of Apache Arrow, read here by hand. */
#include "check.h"

#define SCENARIO                                                                                                         \
  "format = 1\nrules = 1\nscenario = { id = \"bedum-winsum\", title = \"Budget\", division = 2015 }\n"                   \
  "source = [{ id = \"ch8\", title = \"Hoofdstuk 8\" }]\n"                                                               \
  "[[table]]\nid = \"budget\"\nfile = \"budget.csv\"\nsource = \"ch8\"\nlabel = \"municipality\"\n"                      \
  "party = \"code\"\n[table.columns]\ntotal = { role = \"total\" }\nvws = { role = \"part\" }\nzvw = { role = \"part\" }\n" \
  "[budget]\ntable = \"budget\"\nstreams = [\"vws\", \"zvw\"]\ntotal = \"stated\"\nstated = \"total\"\n"
#define ROWS "code,municipality,total,vws,zvw\nGM0053,Winsum,300,100,200\nGM0005,Bedum,0,60,-60\n"

static tkg_file file_of(const char *name, const char *text) {
  tkg_file file;
  file.name = name;
  file.name_length = -1;
  file.text = text;
  file.text_length = -1;
  return file;
}

static tkg_outcome *outcome_of(const char *rows) {
  tkg_file main_file = file_of("main.toml", SCENARIO), file = file_of("budget.csv", rows);
  tkg_scenario *scenario = NULL;
  tkg_outcome *outcome = NULL;
  GIVES(TKG_OK, tkg_scenario_read(&main_file, &file, 1, &scenario, &err));
  GIVES(TKG_OK, tkg_scenario_run(scenario, &outcome, &err));
  tkg_scenario_free(scenario);
  return outcome;
}

/* The cents of a decimal of 128 bits that fits in 64, and whether it does. */
static int64_t decimal_at(const struct ArrowArray *column, int64_t row) {
  int64_t halves[2];
  memcpy(halves, (const char *)column->buffers[1] + 16 * row, sizeof halves);
  CHECK(halves[1] == (halves[0] < 0 ? -1 : 0)); /* little-endian */
  return halves[0];
}

/* Whether a text of a column is this. */
static int text_is(const struct ArrowArray *column, int64_t row, const char *text) {
  const int32_t *offsets = (const int32_t *)column->buffers[1];
  size_t length = (size_t)(offsets[row + 1] - offsets[row]);
  return strlen(text) == length && memcmp((const char *)column->buffers[2] + offsets[row], text, length) == 0;
}

/* Whether the metadata have this key with this value. */
static int tells(const struct ArrowSchema *schema, const char *key, const char *value) {
  const char *at = schema->metadata;
  int32_t count, length, matches;
  if (at == NULL) return 0;
  memcpy(&count, at, 4);
  for (at += 4; count > 0; count--) {
    memcpy(&length, at, 4);
    matches = strlen(key) == (size_t)length && memcmp(at + 4, key, (size_t)length) == 0;
    at += 4 + length;
    memcpy(&length, at, 4);
    if (matches) return strlen(value) == (size_t)length && memcmp(at + 4, value, (size_t)length) == 0;
    at += 4 + length;
  }
  return 0;
}

static void test_table(void) {
  static const char *const roles[3] = {"part", "memo", "total"};
  tkg_outcome *outcome = outcome_of(ROWS);
  struct ArrowSchema schema;
  struct ArrowArray array, moved;
  tkg_statement statement;
  tkg_column column;
  tkg_party party;
  int64_t row, each, last, lowest = 0;
  statement.struct_size = sizeof statement;
  column.struct_size = sizeof column;
  party.struct_size = sizeof party;
  GIVES(TKG_OK, tkg_outcome_statement(outcome, 0, &statement, &err));
  GIVES(TKG_OK, tkg_outcome_arrow(outcome, 0, TKG_ARROW_DECIMAL, &schema, &array, &err));
  CHECK(strcmp(schema.format, "+s") == 0 && tells(&schema, "statement", "budget") && !tells(&schema, "role", "part"));
  CHECK(array.length == 2 && array.null_count == 0 && array.offset == 0 && array.n_buffers == 1 && array.buffers[0] == NULL);
  CHECK(schema.n_children == array.n_children && array.n_children == statement.columns + 2);
  CHECK(schema.dictionary == NULL && array.dictionary == NULL && statement.columns >= 3 && statement.rows == 2);
  CHECK(strcmp(schema.children[0]->name, "code") == 0 && strcmp(schema.children[1]->name, "municipality") == 0);
  CHECK(strcmp(schema.children[0]->format, "u") == 0 && schema.children[0]->metadata == NULL);
  for (row = 0; row < 2; row++) {
    GIVES(TKG_OK, tkg_outcome_party(outcome, statement.parties[row], &party, &err));
    CHECK(text_is(array.children[0], row, party.code) && text_is(array.children[1], row, party.name));
  }
  for (each = 0; each < statement.columns; each++) {
    GIVES(TKG_OK, tkg_outcome_column(outcome, 0, each, &column, &err));
    CHECK(strcmp(schema.children[2 + each]->name, column.name) == 0);
    CHECK(strcmp(schema.children[2 + each]->format, "d:19,2") == 0 && schema.children[2 + each]->flags == 0);
    CHECK(tells(schema.children[2 + each], "role", roles[column.role]));
    CHECK(array.children[2 + each]->n_buffers == 2 && array.children[2 + each]->length == 2);
    for (row = 0; row < 2; row++) CHECK(decimal_at(array.children[2 + each], row) == column.amounts[row]);
    for (row = 0; row < 2; row++) lowest = column.amounts[row] < lowest ? column.amounts[row] : lowest;
  }
  CHECK(lowest == -6000); /* below zero too */
  last = column.amounts[1];
  tkg_outcome_free(outcome);
  /* A reader may take a column out, and free the rest; what it took stays. */
  moved = *array.children[array.n_children - 1];
  array.children[array.n_children - 1]->release = NULL;
  array.release(&array);
  schema.release(&schema);
  CHECK(array.release == NULL && schema.release == NULL);
  CHECK(decimal_at(&moved, 1) == last);
  moved.release(&moved);
  CHECK(moved.release == NULL);
}

static void test_cents(void) {
  static const int64_t cents[10] = {1, -2, TKG_MISSING, INT64_MAX, 5, 6, 7, 8, TKG_MISSING, -INT64_MAX};
  struct ArrowSchema schema;
  struct ArrowArray array;
  const unsigned char *bits;
  GIVES(TKG_OK, tkg_amounts_arrow(cents, 10, "paid", -1, TKG_ARROW_INT64, &schema, &array, &err));
  CHECK(strcmp(schema.format, "l") == 0 && strcmp(schema.name, "paid") == 0 && tells(&schema, "unit", "cent"));
  CHECK(schema.flags == ARROW_FLAG_NULLABLE && array.null_count == 2 && array.length == 10 && array.n_buffers == 2);
  bits = (const unsigned char *)array.buffers[0];
  CHECK(bits[0] == 0xfb && bits[1] == 0x02);
  CHECK(memcmp(array.buffers[1], cents, sizeof cents) == 0 && array.buffers[1] != (const void *)cents);
  array.release(&array);
  schema.release(&schema);
  GIVES(TKG_OK, tkg_amounts_arrow(cents + 3, 4, "paid before", 4, TKG_ARROW_DECIMAL, &schema, &array, &err));
  CHECK(strcmp(schema.format, "d:19,2") == 0 && strcmp(schema.name, "paid") == 0 && schema.metadata == NULL);
  CHECK(schema.flags == 0 && array.null_count == 0 && array.buffers[0] == NULL && decimal_at(&array, 0) == INT64_MAX);
  array.release(&array);
  schema.release(&schema);
  GIVES(TKG_OK, tkg_amounts_arrow(NULL, 0, "", 0, TKG_ARROW_DECIMAL, &schema, &array, &err));
  CHECK(array.length == 0 && array.buffers[1] != NULL && schema.name[0] == '\0');
  array.release(&array);
  schema.release(&schema);
}

static void test_refusals(void) {
  tkg_outcome *outcome = outcome_of("code,municipality,total,vws,zvw\nGM0005,Bedum,100,60,40\n");
  struct ArrowSchema schema;
  struct ArrowArray array;
  int64_t twice[20] = {0};
  memset(&schema, 0x55, sizeof schema);
  memset(&array, 0x55, sizeof array);
  GIVES(TKG_E_ARGUMENT, tkg_outcome_arrow(outcome, -1, TKG_ARROW_DECIMAL, &schema, &array, &err));
  CHECK(schema.release == NULL && array.release == NULL);
  memset(&schema, 0x55, sizeof schema);
  GIVES(TKG_E_ARGUMENT, tkg_outcome_arrow(outcome, 0, 2, &schema, &array, &err));
  CHECK(schema.release == NULL && says("amounts: 2, expected a number from 0 to 1."));
  GIVES(TKG_E_ARGUMENT, tkg_outcome_arrow(outcome, INT64_MIN, TKG_ARROW_DECIMAL, &schema, &array, &err));
  GIVES(TKG_E_NULL, tkg_outcome_arrow(NULL, 0, TKG_ARROW_DECIMAL, &schema, &array, &err));
  GIVES(TKG_E_NULL, tkg_outcome_arrow(outcome, 0, TKG_ARROW_DECIMAL, NULL, &array, &err));
  GIVES(TKG_E_NULL, tkg_outcome_arrow(outcome, 0, TKG_ARROW_DECIMAL, &schema, NULL, &err));
  GIVES(TKG_E_ARGUMENT, tkg_outcome_arrow(outcome, 0, TKG_ARROW_DECIMAL, (struct ArrowSchema *)(void *)&twice[0],
                                          (struct ArrowArray *)(void *)&twice[8], &err));
  CHECK(says("schema: memory that array uses too"));
  tkg_outcome_free(outcome);
  GIVES(TKG_E_NULL, tkg_amounts_arrow(NULL, 1, "paid", -1, TKG_ARROW_INT64, &schema, &array, &err));
  GIVES(TKG_E_NULL, tkg_amounts_arrow(twice, 1, NULL, -1, TKG_ARROW_INT64, &schema, &array, &err));
  GIVES(TKG_E_NULL, tkg_amounts_arrow(twice, 1, "paid", -1, TKG_ARROW_INT64, NULL, &array, &err));
  GIVES(TKG_E_NULL, tkg_amounts_arrow(twice, 1, "paid", -1, TKG_ARROW_INT64, &schema, NULL, &err));
  GIVES(TKG_E_ARGUMENT, tkg_amounts_arrow(twice, INT64_MIN, "paid", -1, TKG_ARROW_INT64, &schema, &array, &err));
  GIVES(TKG_E_NOMEM, tkg_amounts_arrow(twice, INT64_MAX / 16, "paid", -1, TKG_ARROW_INT64, &schema, &array, &err));
  GIVES(TKG_E_ARGUMENT, tkg_amounts_arrow(twice, 1, "paid", -1, -1, &schema, &array, &err));
  GIVES(TKG_E_ARGUMENT, tkg_amounts_arrow(twice, 1, "paid", -2, TKG_ARROW_INT64, &schema, &array, &err));
  GIVES(TKG_E_UNREADABLE, tkg_amounts_arrow(twice, 1, "pa\0id", 5, TKG_ARROW_INT64, &schema, &array, &err));
  CHECK(says("name: \"pa\\0id\", expected a name without a NUL inside.") && schema.release == NULL && array.release == NULL);
  GIVES(TKG_E_ARGUMENT, tkg_amounts_arrow((int64_t *)(void *)&array, 1, "paid", -1, TKG_ARROW_INT64, &schema, &array, &err));
  CHECK(says("array: memory that cents uses too"));
}

void test_arrows(void) {
  test_table();
  test_cents();
  test_refusals();
}
