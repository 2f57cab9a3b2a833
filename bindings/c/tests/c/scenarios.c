/* Scenarios from texts, what comes out of them, and every status that data can give. */
#include "check.h"

#define HEAD "format = 1\nrules = 1\nscenario = { id = \"bedum-winsum\", title = \"Budget\", division = 2015 }\n"
#define SOURCE "source = [{ id = \"ch8\", title = \"Hoofdstuk 8\" }]\n"
#define TABLE                                                                                       \
  "[[table]]\nid = \"budget\"\nfile = \"budget.csv\"\nsource = \"ch8\"\nlabel = \"municipality\"\n" \
  "party = \"code\"\n[table.columns]\ntotal = { role = \"total\" }\nvws = { role = \"part\" }\nzvw = { role = \"part\" }\n"
#define BUDGET "[budget]\ntable = \"budget\"\nstreams = [\"vws\", \"zvw\"]\ntotal = \"stated\"\nstated = \"total\"\n"
#define SCHEDULE                                                                                                    \
  "[[schedule]]\nid = \"rta\"\nfile = \"rta.csv\"\nsource = \"ch8\"\n"                                              \
  "cut = { line = \"korting\", reading = \"cumulative-points\", in_base = \"3.5%\" }\n"                             \
  "residual = { line = \"zorg\", unit = \"1%\" }\ntie = \"first\"\n"
#define ROWS "code,municipality,total,vws,zvw\nGM0053,Winsum,300,100,200\nGM0005,Bedum,100,60,40\n"
#define PERCENTAGES "line,2015,2016\nkorting,,8.5\npreventie,16,15\nzorg,84,80\n"

static tkg_file file_of(const char *name, const char *text) {
  tkg_file file;
  file.name = name;
  file.name_length = -1;
  file.text = text;
  file.text_length = -1;
  return file;
}

static tkg_status read_with(const char *text, const char *rows, const char *percentages, tkg_scenario **out) {
  tkg_file main_file = file_of("main.toml", text), files[2];
  files[0] = file_of("budget.csv", rows);
  files[1] = file_of("rta.csv", percentages);
  return tkg_scenario_read(&main_file, files, 2, out, &err);
}

static tkg_scenario *scenario(void) {
  tkg_scenario *read = NULL;
  GIVES(TKG_OK, read_with(HEAD SOURCE TABLE BUDGET SCHEDULE, ROWS, PERCENTAGES, &read));
  return read;
}

/* The text of a handle, which is freed. */
static char *text_of(tkg_text *text) {
  const char *data = NULL;
  char *copy;
  int64_t length = -1;
  GIVES(TKG_OK, tkg_text_view(text, &data, &length, &err));
  CHECK(data[length] == '\0' && (int64_t)strlen(data) == length);
  copy = (char *)malloc((size_t)length + 1);
  CHECK(copy != NULL);
  memcpy(copy, data, (size_t)length + 1);
  tkg_text_free(text);
  return copy;
}

static void test_texts(void) {
  tkg_file main_file = file_of("main.toml", HEAD TABLE SCHEDULE), files[1];
  tkg_text *text = NULL;
  const char *data;
  int64_t length;
  char *copy;
  GIVES(TKG_OK, tkg_scenario_files(&main_file, &text, &err));
  GIVES(TKG_E_NULL, tkg_text_view(NULL, &data, &length, &err));
  GIVES(TKG_E_NULL, tkg_text_view(text, NULL, &length, &err));
  GIVES(TKG_E_NULL, tkg_text_view(text, &data, NULL, &err));
  copy = text_of(text);
  CHECK(strcmp(copy, "budget.csv\nrta.csv\n") == 0);
  free(copy);
  GIVES(TKG_E_NULL, tkg_scenario_files(NULL, &text, &err));
  GIVES(TKG_E_NULL, tkg_scenario_files(&main_file, NULL, &err));
  main_file.text = "a = ";
  GIVES(TKG_E_SYNTAX, tkg_scenario_files(&main_file, &text, &err));
  main_file.text = "a\nb\xff";
  GIVES(TKG_E_SYNTAX, tkg_scenario_files(&main_file, &text, &err));
  CHECK(says("main.toml:2: bytes that are no UTF-8, expected UTF-8 text.") && text == NULL);
  main_file.text = NULL;
  GIVES(TKG_E_NULL, tkg_scenario_files(&main_file, &text, &err));
  main_file.text_length = -2;
  GIVES(TKG_E_ARGUMENT, tkg_scenario_files(&main_file, &text, &err));
  main_file = file_of("main.toml", HEAD);
  main_file.name = NULL;
  GIVES(TKG_E_NULL, tkg_scenario_files(&main_file, &text, &err));
  main_file = file_of("main.toml", HEAD);
  files[0] = file_of("budget.csv", NULL);
  GIVES(TKG_E_NULL, tkg_scenario_diagnose(&main_file, files, 1, &text, &err));
  CHECK(err.item == 0 && text == NULL);
  tkg_text_free(NULL);
}

static void test_diagnosis(void) {
  tkg_file main_file = file_of("main.toml", HEAD SOURCE TABLE BUDGET SCHEDULE), files[2];
  tkg_text *text = NULL;
  tkg_scenario *read = NULL;
  char *json;
  files[0] = file_of("budget.csv", ROWS);
  files[1] = file_of("rta.csv", PERCENTAGES);
  GIVES(TKG_OK, tkg_scenario_diagnose(&main_file, files, 2, &text, &err));
  json = text_of(text);
  CHECK(strcmp(json, "{\"shape\":\"taakgericht/diagnosis/1\",\"errors\":[]}") == 0);
  free(json);
  files[1] = file_of("rta.csv", "line,2015,2016\nkorting,,8.5\npreventie,16,15\nzorg,80,85\n");
  GIVES(TKG_OK, tkg_scenario_diagnose(&main_file, files, 2, &text, &err));
  json = text_of(text);
  CHECK(strstr(json, "{\"status\":-36,\"name\":\"TKG_E_SCHEDULE_SUM\",\"kind\":\"schedule-sum\",\"file\":\"main.toml\",\"line\":"));
  CHECK(strstr(json, "\"path\":[\"schedule \\\"rta\\\"\",\"year 2015\"],\"message\":\""));
  free(json);
  GIVES(TKG_E_SCHEDULE_SUM, tkg_scenario_read(&main_file, files, 2, &read, &err));
  CHECK(read == NULL && strcmp(err.field, "schedule \"rta\", year 2015") == 0);
  GIVES(TKG_E_NULL, tkg_scenario_diagnose(NULL, files, 2, &text, &err));
  GIVES(TKG_E_NULL, tkg_scenario_diagnose(&main_file, NULL, 2, &text, &err));
  GIVES(TKG_E_NULL, tkg_scenario_diagnose(&main_file, files, 2, NULL, &err));
  GIVES(TKG_E_ARGUMENT, tkg_scenario_diagnose(&main_file, files, -1, &text, &err));
  GIVES(TKG_E_NULL, tkg_scenario_read(NULL, files, 2, &read, &err));
  GIVES(TKG_E_NULL, tkg_scenario_read(&main_file, NULL, 2, &read, &err));
  GIVES(TKG_E_NULL, tkg_scenario_read(&main_file, files, 2, NULL, &err));
}

static void test_explanation(void) {
  tkg_scenario *read = scenario();
  tkg_text *text = NULL;
  char *json;
  GIVES(TKG_OK, tkg_scenario_explain(read, "rta/2016/korting/Bedum", -1, &text, &err));
  json = text_of(text);
  CHECK(begins(json, "{\"shape\":\"taakgericht/explain/1\",\"figure\":\"rta/2016/korting/Bedum\",\"steps\":[{"));
  free(json);
  GIVES(TKG_OK, tkg_scenario_explain(read, "budget/total/total?", 18, &text, &err));
  tkg_text_free(text);
  GIVES(TKG_E_UNKNOWN_NAME, tkg_scenario_explain(read, "budget/total/Bedam", -1, &text, &err));
  GIVES(TKG_E_UNREADABLE, tkg_scenario_explain(read, "budget", -1, &text, &err));
  GIVES(TKG_E_NULL, tkg_scenario_explain(NULL, "budget/total/total", -1, &text, &err));
  GIVES(TKG_E_NULL, tkg_scenario_explain(read, NULL, -1, &text, &err));
  GIVES(TKG_E_NULL, tkg_scenario_explain(read, "budget/total/total", -1, NULL, &err));
  CHECK(text == NULL);
  tkg_scenario_free(read);
  tkg_scenario_free(NULL);
}

void test_scenarios(void) {
  test_texts();
  test_diagnosis();
  test_explanation();
}

static tkg_outcome *outcome(void) {
  tkg_scenario *read = scenario();
  tkg_outcome *out = NULL, *none = NULL;
  GIVES(TKG_OK, tkg_scenario_run(read, &out, &err));
  GIVES(TKG_E_NULL, tkg_scenario_run(read, NULL, &err));
  GIVES(TKG_E_NULL, tkg_scenario_run(NULL, &none, &err));
  CHECK(none == NULL);
  tkg_scenario_free(read); /* what was made from it stays good */
  return out;
}

static void test_parties(const tkg_outcome *out) {
  tkg_party party;
  int64_t count = 0;
  party.struct_size = sizeof party;
  GIVES(TKG_OK, tkg_outcome_parties(out, &count, &err));
  CHECK(count == 2);
  GIVES(TKG_OK, tkg_outcome_party(out, 0, &party, &err));
  CHECK(strcmp(party.code, "GM0005") == 0 && strcmp(party.name, "Bedum") == 0 && party.division == 2015);
  GIVES(TKG_E_ARGUMENT, tkg_outcome_party(out, 2, &party, &err));
  CHECK(says("position: 2, expected 0 to 1."));
  GIVES(TKG_E_ARGUMENT, tkg_outcome_party(out, -1, &party, &err));
  GIVES(TKG_E_NULL, tkg_outcome_party(NULL, 0, &party, &err));
  GIVES(TKG_E_NULL, tkg_outcome_party(out, 0, NULL, &err));
  GIVES(TKG_E_NULL, tkg_outcome_parties(NULL, &count, &err));
  GIVES(TKG_E_NULL, tkg_outcome_parties(out, NULL, &err));
  party.struct_size = 8;
  GIVES(TKG_E_ABI, tkg_outcome_party(out, 0, &party, &err));
}

static void test_statement(const tkg_outcome *out) {
  tkg_statement statement;
  int64_t count = 0, position = -1;
  statement.struct_size = sizeof statement;
  GIVES(TKG_OK, tkg_outcome_statements(out, &count, &err));
  CHECK(count == 3);
  GIVES(TKG_OK, tkg_outcome_find_statement(out, "rta/2016", -1, &position, &err));
  CHECK(position == 2);
  GIVES(TKG_OK, tkg_outcome_statement(out, position, &statement, &err));
  CHECK(strcmp(statement.id, "rta/2016") == 0 && statement.year == 2016 && statement.rows == 2 && statement.columns == 4);
  CHECK(statement.parties[0] == 0 && statement.parties[1] == 1 && statement.reserved == 0);
  GIVES(TKG_OK, tkg_outcome_statement(out, 0, &statement, &err));
  CHECK(strcmp(statement.id, "budget") == 0 && statement.year == TKG_MISSING);
  GIVES(TKG_E_UNKNOWN_NAME, tkg_outcome_find_statement(out, "rta/2017", -1, &position, &err));
  CHECK(says("statement: no statement \"rta/2017\", expected one of \"budget\", \"rta/2015\", \"rta/2016\"."));
  GIVES(TKG_E_ARGUMENT, tkg_outcome_statement(out, 3, &statement, &err));
  GIVES(TKG_E_NULL, tkg_outcome_statements(NULL, &count, &err));
  GIVES(TKG_E_NULL, tkg_outcome_statements(out, NULL, &err));
  GIVES(TKG_E_NULL, tkg_outcome_find_statement(NULL, "budget", -1, &position, &err));
  GIVES(TKG_E_NULL, tkg_outcome_find_statement(out, NULL, -1, &position, &err));
  GIVES(TKG_E_NULL, tkg_outcome_find_statement(out, "budget", -1, NULL, &err));
  GIVES(TKG_E_NULL, tkg_outcome_statement(NULL, 0, &statement, &err));
  GIVES(TKG_E_NULL, tkg_outcome_statement(out, 0, NULL, &err));
  statement.struct_size = 0;
  GIVES(TKG_E_ABI, tkg_outcome_statement(out, 0, &statement, &err));
}

static void test_column(const tkg_outcome *out) {
  tkg_column column;
  int64_t position = -1;
  column.struct_size = sizeof column;
  GIVES(TKG_OK, tkg_outcome_find_column(out, 2, "korting", -1, &position, &err));
  GIVES(TKG_OK, tkg_outcome_column(out, 2, position, &column, &err));
  CHECK(strcmp(column.name, "korting") == 0 && column.role == TKG_ROLE_PART && column.rows == 2);
  CHECK(column.amounts[0] == 500 && column.amounts[1] == 1500 && column.total == 2000);
  GIVES(TKG_OK, tkg_outcome_find_column(out, 2, "total", -1, &position, &err));
  GIVES(TKG_OK, tkg_outcome_column(out, 2, position, &column, &err));
  CHECK(column.role == TKG_ROLE_TOTAL && column.total == 40000);
  GIVES(TKG_E_UNKNOWN_NAME, tkg_outcome_find_column(out, 2, "kortings", -1, &position, &err));
  GIVES(TKG_E_ARGUMENT, tkg_outcome_find_column(out, 3, "korting", -1, &position, &err));
  GIVES(TKG_E_ARGUMENT, tkg_outcome_column(out, 3, 0, &column, &err));
  GIVES(TKG_E_ARGUMENT, tkg_outcome_column(out, 2, 4, &column, &err));
  GIVES(TKG_E_NULL, tkg_outcome_find_column(NULL, 2, "korting", -1, &position, &err));
  GIVES(TKG_E_NULL, tkg_outcome_find_column(out, 2, NULL, -1, &position, &err));
  GIVES(TKG_E_NULL, tkg_outcome_find_column(out, 2, "korting", -1, NULL, &err));
  GIVES(TKG_E_NULL, tkg_outcome_column(NULL, 2, 0, &column, &err));
  GIVES(TKG_E_NULL, tkg_outcome_column(out, 2, 0, NULL, &err));
  column.struct_size--;
  GIVES(TKG_E_ABI, tkg_outcome_column(out, 2, 0, &column, &err));
}

void test_outcomes(void) {
  tkg_outcome *out = outcome();
  tkg_text *text = NULL;
  char *json;
  test_parties(out);
  test_statement(out);
  test_column(out);
  GIVES(TKG_OK, tkg_outcome_json(out, &text, &err));
  json = text_of(text);
  CHECK(begins(json, "{\"shape\":\"taakgericht/run/1\",\"scenario\":\"bedum-winsum\","));
  CHECK(strstr(json, "\"inputs\":[{\"name\":\"main.toml\",\"sha256\":\"") && strstr(json, "\"fingerprint\":\""));
  free(json);
  GIVES(TKG_OK, tkg_outcome_findings(out, TKG_LANGUAGE_NL, &text, &err));
  json = text_of(text);
  CHECK(strcmp(json, "{\"shape\":\"taakgericht/findings/1\",\"findings\":[],\"detections\":[],\"refusals\":[],\"notes\":[]}") == 0);
  free(json);
  GIVES(TKG_E_ARGUMENT, tkg_outcome_findings(out, 2, &text, &err));
  GIVES(TKG_E_NULL, tkg_outcome_findings(NULL, TKG_LANGUAGE_EN, &text, &err));
  GIVES(TKG_E_NULL, tkg_outcome_findings(out, TKG_LANGUAGE_EN, NULL, &err));
  GIVES(TKG_E_NULL, tkg_outcome_json(NULL, &text, &err));
  GIVES(TKG_E_NULL, tkg_outcome_json(out, NULL, &err));
  tkg_outcome_free(out);
  tkg_outcome_free(NULL);
}

#define POOLS                                                                                                         \
  HEAD SOURCE TABLE "[parties]\ntable = \"budget\"\n"                                                                 \
                    "[[series]]\nid = \"cost\"\ntable = \"budget\"\ncolumns.total = { year = 2015 }\n"                \
                    "[[key]]\nid = \"agreed\"\nbasis = \"fixed\"\nshares = { Bedum = 1, Winsum = 2 }\n"
#define FROZEN "frozen = \"0000000000000000000000000000000000000000000000000000000000000000\"\n"
#define POOL(id) \
  "[[pool]]\nid = \"" id "\"\nyears = [2015]\ncost = \"cost\"\nmodel = { kind = \"insurance\" }\nkey = \"agreed\"\n"

static void reads_with(tkg_status expected, const char *text, const char *rows, const char *percentages) {
  tkg_scenario *read = NULL;
  GIVES(expected, read_with(text, rows, percentages, &read));
  CHECK(read == NULL);
}

/* Every status of a scenario that is wrong, by one that is. */
void test_statuses_of_data(void) {
  const char *good = HEAD SOURCE TABLE BUDGET SCHEDULE;
  reads_with(TKG_E_SYNTAX, "format = ", ROWS, PERCENTAGES);
  reads_with(TKG_E_UNKNOWN_KEY, HEAD SOURCE TABLE BUDGET "tottal = \"stated\"\n", ROWS, PERCENTAGES);
  reads_with(TKG_E_MISSING, HEAD SOURCE TABLE "[budget]\ntable = \"budget\"\nstreams = [\"vws\", \"zvw\"]\n", ROWS, PERCENTAGES);
  reads_with(TKG_E_DUPLICATE, HEAD SOURCE TABLE TABLE BUDGET, ROWS, PERCENTAGES);
  reads_with(TKG_E_UNKNOWN_NAME, HEAD SOURCE TABLE "[budget]\ntable = \"budgets\"\nstreams = [\"vws\"]\ntotal = \"sum\"\n", ROWS,
             PERCENTAGES);
  reads_with(TKG_E_WRONG_TYPE, "format = 1\nrules = 1\nscenario = { id = \"a\", title = \"b\", division = \"2015\" }\n", ROWS,
             PERCENTAGES);
  reads_with(TKG_E_UNREADABLE, good, "code,municipality,total,vws,zvw\nGM0005,Bedum,x,60,40\n", PERCENTAGES);
  reads_with(TKG_E_OUT_OF_RANGE, "format = 2\nrules = 1\n", ROWS, PERCENTAGES);
  reads_with(TKG_E_LENGTH, good, ROWS "GM1651,Eemsmond,100,60\n", PERCENTAGES);
  reads_with(TKG_E_SCHEDULE_SUM, good, ROWS, "line,2016\nkorting,8.5\npreventie,15\nzorg,85\n");
  reads_with(TKG_E_KEY_SUM, POOLS FROZEN POOL("north"), ROWS, PERCENTAGES);
  reads_with(TKG_E_POOL, POOLS POOL("north") "within = \"south\"\n" POOL("south") "within = \"north\"\n", ROWS, PERCENTAGES);
}
