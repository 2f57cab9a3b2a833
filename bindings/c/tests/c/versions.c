/* Which library it is, what its statuses are called, and the record of an error. */
#include "check.h"

static void test_version(void) {
  char version[32];
  sprintf(version, "%d.%d.%d", TKG_VERSION_MAJOR, TKG_VERSION_MINOR, TKG_VERSION_PATCH);
  CHECK(strcmp(tkg_version(), version) == 0);
  CHECK(tkg_abi_version() == TKG_ABI_VERSION);
  CHECK(tkg_rules_version() == TKG_RULES_VERSION);
  GIVES(TKG_OK, tkg_check_abi(TKG_ABI_VERSION, TKG_VERSION_MINOR, &err));
  GIVES(TKG_OK, tkg_check_abi(TKG_ABI_VERSION, 0, NULL));
  GIVES(TKG_E_ABI, tkg_check_abi(TKG_ABI_VERSION + 1, TKG_VERSION_MINOR, &err));
  CHECK(says("header: a header of ABI 2, version 0.1, expected ABI 1, version 0.1 or older."));
  GIVES(TKG_E_ABI, tkg_check_abi(TKG_ABI_VERSION, TKG_VERSION_MINOR + 1, NULL));
}

static void test_names(void) {
  CHECK(strcmp(tkg_status_name(TKG_OK), "TKG_OK") == 0);
  CHECK(strcmp(tkg_status_name(TKG_E_INTERNAL), "TKG_E_INTERNAL") == 0);
  CHECK(strcmp(tkg_status_name(-1000), "unknown") == 0);
  CHECK(strcmp(tkg_status_name(INT32_MIN), "unknown") == 0);
}

/* A record that is too small is not written to, and what was asked is not done. */
static void test_record(void) {
  tkg_error small;
  struct {
    tkg_error error;
    uint32_t beyond;
  } large;
  uint32_t size;
  memset(&small, 0x55, sizeof small);
  for (size = 0; size < sizeof small; size += 31) {
    small.struct_size = size;
    GIVES(TKG_E_ABI, tkg_check_abi(TKG_ABI_VERSION, 0, &small));
    CHECK(small.code == 0x55555555);
  }
  large.error.struct_size = sizeof large;
  large.beyond = 0x55555555;
  GIVES(TKG_E_ABI, tkg_check_abi(0, 0, &large.error));
  CHECK(large.error.code == TKG_E_ABI && large.error.row == -1 && large.error.item == -1);
  CHECK(strcmp(large.error.field, "header") == 0 && large.beyond == 0x55555555 && large.error.struct_size == sizeof large);
  GIVES(TKG_OK, tkg_check_abi(TKG_ABI_VERSION, 0, &large.error));
  CHECK(large.error.code == TKG_OK && large.error.field[0] == '\0' && large.error.message[0] == '\0');
}

/* A panic in the library is a status, and nothing on the screen. */
static void test_panic(void) {
  GIVES(TKG_E_INTERNAL, tkg_selftest_panic(NULL));
  GIVES(TKG_E_INTERNAL, tkg_selftest_panic(&err));
  CHECK(says("taakgericht: a panic (on purpose), expected none.\n  This is a mistake in the library."));
}

void test_versions(void) {
  test_version();
  test_names();
  test_record();
  test_panic();
}
