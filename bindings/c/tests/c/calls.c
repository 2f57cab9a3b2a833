/* Operations by name, on texts. The worked examples themselves are tests/text_corpus. */
#include "check.h"

static tkg_pair pair_of(const char *name, const char *text) {
  tkg_pair pair;
  pair.name = name;
  pair.name_length = -1;
  pair.text = text;
  pair.text_length = -1;
  return pair;
}

/* What a text holds is exactly this. */
static int holds(const tkg_text *text, const char *expected) {
  const char *data = NULL;
  int64_t length = -1;
  GIVES(TKG_OK, tkg_text_view(text, &data, &length, &err));
  return length == (int64_t)strlen(expected) && strcmp(data, expected) == 0;
}

static void test_results(tkg_pair *arguments) {
  tkg_text *out = NULL;
  char buffer[15];
  int64_t needed = 0;
  GIVES(TKG_OK, tkg_call(TKG_RULES_VERSION, "split", -1, arguments, 5, &out, &err));
  CHECK(holds(out, "{\"parts\":\"0.34 0.33 0.33\"}"));
  GIVES(TKG_OK, tkg_text_member(out, "parts", -1, buffer, 15, &needed, &err));
  CHECK(strcmp(buffer, "0.34 0.33 0.33") == 0 && needed == 14);
  GIVES(TKG_OK, tkg_text_member(out, "partsx", 5, buffer, 15, NULL, &err));
  needed = 0;
  GIVES(TKG_E_BUFFER, tkg_text_member(out, "parts", -1, buffer, 14, &needed, &err));
  CHECK(needed == 14);
  GIVES(TKG_E_BUFFER, tkg_text_member(out, "parts", -1, NULL, 0, &needed, &err));
  GIVES(TKG_E_ARGUMENT, tkg_text_member(out, "parts", -1, buffer, INT64_MIN, &needed, &err));
  GIVES(TKG_E_ARGUMENT, tkg_text_member(out, "parts", -2, buffer, 15, &needed, &err));
  GIVES(TKG_E_NULL, tkg_text_member(NULL, "parts", -1, buffer, 15, &needed, &err));
  GIVES(TKG_E_NULL, tkg_text_member(out, NULL, -1, buffer, 15, &needed, &err));
  GIVES(TKG_E_NULL, tkg_text_member(out, "parts", -1, NULL, 15, &needed, &err));
  GIVES(TKG_E_UNKNOWN_NAME, tkg_text_member(out, "part", -1, buffer, 15, &needed, &err));
  CHECK(says("name: no result \"part\", expected one of \"parts\"."));
  tkg_text_free(out);
}

static void test_refusals(tkg_pair *arguments) {
  tkg_text *out = NULL;
  GIVES(TKG_E_UNKNOWN_NAME, tkg_call(TKG_RULES_VERSION, "splits", -1, arguments, 5, &out, &err));
  CHECK(out == NULL && says("no operation \"splits\", expected one of \"bounded\", \"comparison\","));
  CHECK(strcmp(tkg_status_kind(err.code), "unknown-name") == 0);
  CHECK(strstr(err.message, "\n  Did you mean \"split\"?") != NULL);
  GIVES(TKG_E_MISSING, tkg_call(TKG_RULES_VERSION, "split", -1, arguments, 4, &out, &err));
  CHECK(says("operation \"split\": no argument \"weights\", expected one.\n  Give every argument"));
  GIVES(TKG_E_DUPLICATE, tkg_call(TKG_RULES_VERSION, "split", -1, arguments, 6, &out, &err));
  CHECK(says("operation \"split\": two arguments \"tie\", expected every name once."));
  arguments[5].name = "weight";
  GIVES(TKG_E_UNKNOWN_KEY, tkg_call(TKG_RULES_VERSION, "split", -1, arguments, 6, &out, &err));
  CHECK(says("operation \"split\": no argument \"weight\", expected one of \"whole\","));
  arguments[4].text = "1 one 1";
  GIVES(TKG_E_UNREADABLE, tkg_call(TKG_RULES_VERSION, "split", -1, arguments, 5, &out, &err));
  CHECK(says("operation \"split\", argument \"weights\", entry 2: \"one\", expected a number such as -1234.56."));
  CHECK(strcmp(err.field, "operation \"split\", argument \"weights\", entry 2") == 0 && out == NULL);
  arguments[4].text = "\xff";
  GIVES(TKG_E_UNREADABLE, tkg_call(TKG_RULES_VERSION, "split", -1, arguments, 5, &out, &err));
  CHECK(err.item == 4 && says("arguments.text: bytes that are no UTF-8, expected UTF-8 text."));
  arguments[4].text = NULL;
  GIVES(TKG_E_NULL, tkg_call(TKG_RULES_VERSION, "split", -1, arguments, 5, &out, &err));
  CHECK(err.item == 4 && says("arguments.text: NULL"));
  arguments[4].text = "1 1 2";
  arguments[4].text_length = INT64_MIN;
  GIVES(TKG_E_ARGUMENT, tkg_call(TKG_RULES_VERSION, "split", -1, arguments, 5, &out, &err));
  arguments[4].text_length = 3; /* without the last */
  arguments[4].name = NULL;
  GIVES(TKG_E_NULL, tkg_call(TKG_RULES_VERSION, "split", -1, arguments, 5, &out, &err));
  arguments[4].name = "weights";
  GIVES(TKG_OK, tkg_call(TKG_RULES_VERSION, "split and more", 5, arguments, 5, &out, &err));
  CHECK(holds(out, "{\"parts\":\"0.50 0.50\"}"));
  tkg_text_free(out);
}

static void test_arguments(const tkg_pair *arguments) {
  tkg_text *out = NULL;
  GIVES(TKG_E_NULL, tkg_call(TKG_RULES_VERSION, NULL, -1, arguments, 5, &out, &err));
  GIVES(TKG_E_NULL, tkg_call(TKG_RULES_VERSION, "split", -1, NULL, 5, &out, &err));
  GIVES(TKG_E_NULL, tkg_call(TKG_RULES_VERSION, "split", -1, arguments, 5, NULL, &err));
  GIVES(TKG_E_MISSING, tkg_call(TKG_RULES_VERSION, "split", -1, NULL, 0, &out, &err));
  GIVES(TKG_E_ARGUMENT, tkg_call(TKG_RULES_VERSION, "split", -1, arguments, INT64_MIN, &out, &err));
  GIVES(TKG_E_NOMEM, tkg_call(TKG_RULES_VERSION, "split", -1, arguments, INT64_MAX / 64, &out, &err));
  GIVES(TKG_E_ARGUMENT, tkg_call(TKG_RULES_VERSION, "split", INT64_MIN, arguments, 5, &out, &err));
  GIVES(TKG_E_UNKNOWN_NAME, tkg_call(TKG_RULES_VERSION, "split", 0, arguments, 5, &out, &err));
  GIVES(TKG_E_STATE, tkg_call(0, "split", -1, arguments, 5, &out, &err));
  GIVES(TKG_E_STATE, tkg_call(TKG_RULES_VERSION + 1, "split", -1, arguments, 5, &out, &err));
  CHECK(out == NULL);
}

static void test_listing(void) {
  tkg_text *out = NULL;
  const char *data = NULL;
  int64_t length = 0;
  char buffer[80];
  GIVES(TKG_E_NULL, tkg_operations(NULL, &err));
  GIVES(TKG_OK, tkg_operations(&out, &err));
  GIVES(TKG_OK, tkg_text_view(out, &data, &length, &err));
  CHECK(begins(data, "{\"shape\":\"taakgericht/operations/1\",\"operations\":[{\"name\":\"bounded\",\"about\":\"Divides"));
  CHECK(strstr(data, "\"arguments\":[\"minutes\"],\"results\":[\"amount\"]}") != NULL);
  GIVES(TKG_E_WRONG_TYPE, tkg_text_member(out, "shape", -1, buffer, 80, NULL, &err));
  CHECK(says("text: no object of texts, expected the results of tkg_call."));
  tkg_text_free(out);
}

void test_calls(void) {
  tkg_pair arguments[6];
  arguments[0] = pair_of("whole", "1.00");
  arguments[1] = pair_of("unit", "0.01");
  arguments[2] = pair_of("method", "largest-remainder");
  arguments[3] = pair_of("tie", "first");
  arguments[4] = pair_of("weights", "1 1 1");
  arguments[5] = pair_of("tie", "last");
  test_results(arguments);
  test_arguments(arguments);
  test_refusals(arguments);
  test_listing();
  CHECK(strcmp(tkg_status_kind(TKG_E_KEY_SUM), "key-sum") == 0);
  CHECK(tkg_status_kind(TKG_OK)[0] == '\0' && tkg_status_kind(TKG_E_NULL)[0] == '\0' && tkg_status_kind(7)[0] == '\0');
}
