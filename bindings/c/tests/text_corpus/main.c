/*
 * Carries out the worked examples of tests/corpus through the library, and compares bytes.
 *
 * corpus FILE.csv ...    says how many cases of each file came out as they should, and stops at the first that does not.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <taakgericht.h>

enum { MOST_COLUMNS = 32, MOST_LETTERS = 65536 };

/* A line of a CSV file in cells, each with a NUL behind it. */
typedef struct cells {
  int count;
  char *cell[MOST_COLUMNS];
  char letters[MOST_LETTERS];
} cells;

static const char *const ABOUT_THE_CASE[] = {"id", "source", "not", "error", "remark"};
/* In the order in which the library gives them. */
static const char *const RESULTS[] = {"amount", "parts", "residue", "implied", "payments", "percents", "settled", "result"};

static void stop(const char *file, const char *id, const char *what, const char *more) {
  fprintf(stderr, "%s, %s: %s: %s\n", file, id, what, more);
  exit(1);
}

/* One line that is no remark; 0 at the end. In quotes, "" is a quote; no cell has a line break. */
static int read_line(FILE *stream, const char *file, cells *line) {
  static char text[MOST_LETTERS];
  char *from = text, *to = line->letters;
  int quoted = 0;
  do {
    if (fgets(text, MOST_LETTERS, stream) == NULL) return 0;
  } while (text[0] == '#');
  if (strchr(text, '\n') == NULL) stop(file, text, "a long line", "");
  line->count = 1;
  line->cell[0] = to;
  for (; *from != '\0' && (quoted || (*from != '\n' && *from != '\r')); from++) {
    if (*from == '"' && quoted && from[1] == '"') *to++ = *from++;
    else if (*from == '"') quoted = !quoted;
    else if (*from != ',' || quoted) *to++ = *from;
    else {
      *to++ = '\0';
      if (line->count == MOST_COLUMNS) stop(file, text, "many columns", "");
      line->cell[line->count++] = to;
    }
  }
  *to = '\0';
  if (quoted) stop(file, text, "a quote without an end", "");
  return 1;
}

static int is_one_of(const char *name, const char *const *names, size_t count) {
  size_t each;
  for (each = 0; each < count; each++)
    if (strcmp(name, names[each]) == 0) return 1;
  return 0;
}

static const char *cell_of(const cells *head, const cells *line, const char *name) {
  int column;
  for (column = 0; column < head->count; column++)
    if (strcmp(head->cell[column], name) == 0) return line->cell[column];
  return NULL;
}

/* The columns that are arguments. */
static int arguments_of(const cells *head, const cells *line, tkg_pair *arguments) {
  int column, count = 0;
  for (column = 0; column < head->count; column++) {
    const char *name = head->cell[column];
    if (is_one_of(name, ABOUT_THE_CASE, 5) || is_one_of(name, RESULTS, 8)) continue;
    arguments[count].name = name;
    arguments[count].name_length = (int64_t)strlen(name);
    arguments[count].text = line->cell[column];
    arguments[count].text_length = (int64_t)strlen(line->cell[column]);
    count++;
  }
  return count;
}

/* The columns that are results, as the library writes them. */
static void results_of(const cells *head, const cells *line, const char *file, char *json) {
  const char *separator = "{";
  size_t each;
  for (each = 0; each < 8; each++) {
    const char *text = cell_of(head, line, RESULTS[each]);
    if (text == NULL) continue;
    if (strpbrk(text, "\"\\") != NULL) stop(file, line->cell[0], "a result with a quote", text);
    json += sprintf(json, "%s\"%s\":\"%s\"", separator, RESULTS[each], text);
    separator = ",";
  }
  strcpy(json, "}");
}

static void compare(const char *file, const char *operation, const cells *head, const cells *line) {
  static char expected[2 * MOST_LETTERS];
  const char *error = cell_of(head, line, "error"), *found = NULL, *id = line->cell[0];
  tkg_pair arguments[MOST_COLUMNS];
  int64_t length = 0;
  tkg_text *out = NULL;
  tkg_error err;
  tkg_status status;
  int count = arguments_of(head, line, arguments);
  err.struct_size = sizeof err;
  status = tkg_call(TKG_RULES_VERSION, operation, -1, arguments, count, &out, &err);
  if (line->count != head->count || error == NULL) stop(file, id, "cells", "not as many as the first line has");
  if (status != TKG_OK && (error[0] == '\0' || out != NULL)) stop(file, id, "a failure", err.message);
  if (error[0] != '\0' && strcmp(tkg_status_kind(status), error) != 0) stop(file, id, tkg_status_kind(status), error);
  if (error[0] != '\0') return;
  if (tkg_text_view(out, &found, &length, &err) != TKG_OK) stop(file, id, "no text", err.message);
  results_of(head, line, file, expected);
  if (length != (int64_t)strlen(expected) || memcmp(found, expected, strlen(expected)) != 0) stop(file, id, found, expected);
  tkg_text_free(out);
}

/* The name of a file without folders and .csv is the name of its operation. */
static void operation_of(const char *file, char *operation) {
  const char *slash = strrchr(file, '/');
  char *dot;
  strcpy(operation, slash == NULL ? file : slash + 1);
  dot = strrchr(operation, '.');
  if (dot == NULL || strcmp(dot, ".csv") != 0) stop(file, "", "a name", "expected NAME.csv");
  *dot = '\0';
}

int main(int count, char **files) {
  static cells head, line;
  int file;
  for (file = 1; file < count; file++) {
    FILE *stream = fopen(files[file], "rb");
    char operation[FILENAME_MAX];
    int cases = 0;
    if (stream == NULL || !read_line(stream, files[file], &head)) stop(files[file], "", "no line", "");
    for (operation_of(files[file], operation); read_line(stream, files[file], &line); cases++)
      compare(files[file], operation, &head, &line);
    if (ferror(stream) || fclose(stream) != 0) stop(files[file], "", "not read to its end", "");
    printf("%s %d\n", operation, cases);
  }
  return 0;
}
