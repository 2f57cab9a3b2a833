/* Divides the youth-care budget of 2015 of four municipalities in Groningen by the schedule of 2016.
 *
 *   cc bmwe.c $(pkg-config --cflags --libs taakgericht) -o bmwe && ./bmwe ../../../scenarios/bmwe-2015.toml
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <taakgericht.h>

static tkg_error err;

/* Every call goes through here: the status decides, the record has the words. */
static void must(tkg_status status) {
  if (status == TKG_OK) return;
  fprintf(stderr, "%s: %s\n", tkg_status_name(status), err.message);
  exit(1);
}

/* A file by its name in the scenario; the library opens none itself. */
static tkg_file read_file(const char *folder, const char *name) {
  char path[1024];
  tkg_file file;
  const size_t most = 1 << 20;
  char *text = malloc(most);
  FILE *from;
  snprintf(path, sizeof path, "%s%s", folder, name);
  from = fopen(path, "rb");
  if (from == NULL || text == NULL) {
    perror(path);
    exit(1);
  }
  file.name = name;
  file.name_length = -1; /* a NUL ends it */
  file.text = text;
  file.text_length = (int64_t)fread(text, 1, most, from);
  if (ferror(from) || !feof(from)) {
    fprintf(stderr, "%s: not read, or longer than %d bytes\n", path, (int)most);
    exit(1);
  }
  fclose(from);
  return file;
}

int main(int count, char **arguments) {
  char folder[1000] = "", *names, *name;
  const char *list, *slash;
  tkg_file scenario_file, files[32];
  tkg_text *needed = NULL;
  tkg_scenario *scenario = NULL;
  tkg_outcome *outcome = NULL;
  tkg_statement statement;
  int64_t length, found = 0, at, column, row;

  err.struct_size = sizeof err;
  must(tkg_check_abi(TKG_ABI_VERSION, TKG_VERSION_MINOR, &err));
  if (count != 2 || strlen(arguments[1]) >= sizeof folder) return fprintf(stderr, "bmwe SCENARIO\n"), 2;
  slash = strrchr(arguments[1], '/');
  if (slash != NULL) memcpy(folder, arguments[1], (size_t)(slash - arguments[1]) + 1);

  /* The scenario says which tables it needs, a name on each line. */
  scenario_file = read_file("", arguments[1]);
  must(tkg_scenario_files(&scenario_file, &needed, &err));
  must(tkg_text_view(needed, &list, &length, &err));
  names = malloc((size_t)length + 1);
  if (names == NULL) return 1;
  memcpy(names, list, (size_t)length + 1);
  for (name = strtok(names, "\n"); name != NULL && found < 32; name = strtok(NULL, "\n")) {
    files[found++] = read_file(folder, name);
  }
  must(tkg_scenario_read(&scenario_file, files, found, &scenario, &err));
  must(tkg_scenario_run(scenario, &outcome, &err));

  /* Each line of 2016, with the amount of each municipality in cents. */
  statement.struct_size = sizeof statement;
  must(tkg_outcome_find_statement(outcome, "rta-groningen/2016", -1, &at, &err));
  must(tkg_outcome_statement(outcome, at, &statement, &err));
  printf("%-20s", "2016, in cents");
  for (row = 0; row < statement.rows; row++) {
    tkg_party party;
    party.struct_size = sizeof party;
    must(tkg_outcome_party(outcome, statement.parties[row], &party, &err));
    printf("%13s", party.name);
  }
  printf("%14s\n", "total");
  for (column = 0; column < statement.columns; column++) {
    tkg_column line;
    line.struct_size = sizeof line;
    must(tkg_outcome_column(outcome, at, column, &line, &err));
    printf("%-20s", line.name);
    for (row = 0; row < line.rows; row++) printf("%13" PRId64, line.amounts[row]);
    printf("%14" PRId64 "\n", line.total);
  }

  tkg_outcome_free(outcome);
  tkg_scenario_free(scenario);
  tkg_text_free(needed);
  free(names);
  while (found > 0) free((char *)files[--found].text);
  free((char *)scenario_file.text);
  return 0;
}
