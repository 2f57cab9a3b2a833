/* Decimal numbers and amounts as text. */
#include "check.h"

static tkg_decimal decimal(const char *text) {
  tkg_decimal number;
  GIVES(TKG_OK, tkg_decimal_parse(text, -1, &number, &err));
  return number;
}

static void comes_back(const char *text, const char *expected) {
  tkg_decimal number = decimal(text);
  char buffer[32];
  int64_t needed = -1;
  GIVES(TKG_OK, tkg_decimal_format(&number, buffer, sizeof buffer, &needed, &err));
  CHECK(strcmp(buffer, expected) == 0 && needed == (int64_t)strlen(expected));
}

static void test_text(void) {
  tkg_decimal number;
  comes_back("-1234.56", "-1234.56");
  comes_back("+0.10", "0.10");
  comes_back("-0.00", "0.00");
  comes_back("79228162514264337593543950335", "79228162514264337593543950335");
  comes_back("-0.0000000000000000000000000001", "-0.0000000000000000000000000001");
  GIVES(TKG_OK, tkg_decimal_parse("12.5xyz", 4, &number, &err));
  CHECK(number.lo == 125 && number.mid == 0 && number.hi == 0 && number.scale == 1 && number.sign == 0);
  GIVES(TKG_E_UNREADABLE, tkg_decimal_parse("12,5", -1, &number, &err));
  CHECK(says("\"12,5\", expected a number such as -1234.56."));
  GIVES(TKG_E_UNREADABLE, tkg_decimal_parse("1e5", -1, &number, &err));
  GIVES(TKG_E_UNREADABLE, tkg_decimal_parse("", -1, &number, &err));
  GIVES(TKG_E_UNREADABLE, tkg_decimal_parse(NULL, 0, &number, &err));
  GIVES(TKG_E_UNREADABLE, tkg_decimal_parse("\xff", 1, &number, &err));
  GIVES(TKG_E_OVERFLOW, tkg_decimal_parse("79228162514264337593543950336", -1, &number, &err));
  GIVES(TKG_E_OVERFLOW, tkg_decimal_parse("0.00000000000000000000000000001", -1, &number, &err));
  GIVES(TKG_E_ARGUMENT, tkg_decimal_parse("1", -2, &number, &err));
  GIVES(TKG_E_NULL, tkg_decimal_parse(NULL, -1, &number, &err));
  GIVES(TKG_E_NULL, tkg_decimal_parse(NULL, 1, &number, &err));
  GIVES(TKG_E_NULL, tkg_decimal_parse("1", -1, NULL, &err));
}

/* A buffer that is too short is left as it is. */
static void test_buffer(void) {
  tkg_decimal number = decimal("-1234.56");
  char buffer[16];
  int64_t needed = -1, cap;
  memset(buffer, 'x', sizeof buffer);
  for (cap = 0; cap <= 8; cap++) {
    GIVES(TKG_E_BUFFER, tkg_decimal_format(&number, buffer, cap, &needed, &err));
    CHECK(needed == 8 && buffer[0] == 'x');
  }
  GIVES(TKG_OK, tkg_decimal_format(&number, buffer, 9, NULL, &err));
  CHECK(strcmp(buffer, "-1234.56") == 0 && buffer[9] == 'x');
  GIVES(TKG_E_BUFFER, tkg_decimal_format(&number, NULL, 0, &needed, &err));
  GIVES(TKG_E_NULL, tkg_decimal_format(&number, NULL, 9, &needed, &err));
  GIVES(TKG_E_NULL, tkg_decimal_format(NULL, buffer, 9, &needed, &err));
  GIVES(TKG_E_ARGUMENT, tkg_decimal_format(&number, buffer, -1, &needed, &err));
}

/* Twelve bits that no number has. */
static void test_bits(void) {
  tkg_decimal number;
  char buffer[32];
  int64_t out;
  int bit;
  for (bit = 0; bit < 16; bit++) {
    number = decimal("1.5");
    number.reserved = (uint16_t)(1 << bit);
    GIVES(TKG_E_ARGUMENT, tkg_decimal_format(&number, buffer, sizeof buffer, NULL, &err));
    GIVES(TKG_E_ARGUMENT, tkg_decimal_to_i64(&number, 2, &out, &err));
  }
  for (bit = 0; bit < 7; bit++) {
    number = decimal("1.5");
    number.sign = (uint8_t)(1 << bit);
    GIVES(TKG_E_ARGUMENT, tkg_decimal_to_i64(&number, 2, &out, &err));
  }
  for (bit = 29; bit < 256; bit++) {
    number = decimal("1.5");
    number.scale = (uint8_t)bit;
    GIVES(TKG_E_ARGUMENT, tkg_decimal_to_i64(&number, 2, &out, &err));
  }
}

static void test_whole_numbers(void) {
  tkg_decimal number;
  int64_t out = 0;
  GIVES(TKG_OK, tkg_decimal_from_i64(-123456, 2, &number, &err));
  CHECK(number.lo == 123456 && number.scale == 2 && number.sign == 0x80 && number.reserved == 0);
  GIVES(TKG_OK, tkg_decimal_to_i64(&number, 2, &out, &err));
  CHECK(out == -123456);
  GIVES(TKG_OK, tkg_decimal_to_i64(&number, 5, &out, &err));
  CHECK(out == -123456000);
  GIVES(TKG_E_INEXACT, tkg_decimal_to_i64(&number, 1, &out, &err));
  GIVES(TKG_E_OVERFLOW, tkg_decimal_to_i64(&number, 18, &out, &err));
  GIVES(TKG_E_OVERFLOW, tkg_decimal_to_i64(&number, 28, &out, &err));
  GIVES(TKG_E_ARGUMENT, tkg_decimal_to_i64(&number, 29, &out, &err));
  GIVES(TKG_E_ARGUMENT, tkg_decimal_to_i64(&number, -1, &out, &err));
  GIVES(TKG_E_NULL, tkg_decimal_to_i64(NULL, 2, &out, &err));
  GIVES(TKG_E_NULL, tkg_decimal_to_i64(&number, 2, NULL, &err));
  number = decimal("-9223372036854775808");
  GIVES(TKG_E_OVERFLOW, tkg_decimal_to_i64(&number, 0, &out, &err));
  number = decimal("-9223372036854775807");
  GIVES(TKG_OK, tkg_decimal_to_i64(&number, 0, &out, &err));
  CHECK(out == -INT64_MAX);
  GIVES(TKG_E_MISSING, tkg_decimal_from_i64(TKG_MISSING, 0, &number, &err));
  GIVES(TKG_OK, tkg_decimal_from_i64(INT64_MAX, TKG_MAX_SCALE, &number, &err));
  GIVES(TKG_E_ARGUMENT, tkg_decimal_from_i64(1, TKG_MAX_SCALE + 1, &number, &err));
  GIVES(TKG_E_ARGUMENT, tkg_decimal_from_i64(1, -1, &number, &err));
  GIVES(TKG_E_NULL, tkg_decimal_from_i64(1, 0, NULL, &err));
}

void test_decimals(void) {
  test_text();
  test_buffer();
  test_bits();
  test_whole_numbers();
}

static void reads(const char *text, int32_t notation, int64_t expected) {
  int64_t cents = 0;
  GIVES(TKG_OK, tkg_amount_parse(text, -1, notation, &cents, &err));
  CHECK(cents == expected);
}

static void writes(int64_t cents, int32_t notation, const char *expected) {
  char buffer[32];
  int64_t needed = -1;
  GIVES(TKG_OK, tkg_amount_format(cents, notation, buffer, sizeof buffer, &needed, &err));
  CHECK(strcmp(buffer, expected) == 0 && needed == (int64_t)strlen(expected));
}

void test_amounts(void) {
  int64_t cents;
  char buffer[32];
  reads("-1234.56", TKG_NOTATION_PLAIN, -123456);
  reads("\xe2\x82\xac 1.234,56", TKG_NOTATION_DUTCH, 123456);
  reads("2.354.812", TKG_NOTATION_EITHER, 235481200);
  GIVES(TKG_E_AMBIGUOUS, tkg_amount_parse("1.234", -1, TKG_NOTATION_EITHER, &cents, &err));
  GIVES(TKG_E_INEXACT, tkg_amount_parse("1.234", -1, TKG_NOTATION_PLAIN, &cents, &err));
  GIVES(TKG_E_UNREADABLE, tkg_amount_parse("1,5", -1, TKG_NOTATION_PLAIN, &cents, &err));
  GIVES(TKG_E_OVERFLOW, tkg_amount_parse("92233720368547758.08", -1, TKG_NOTATION_PLAIN, &cents, &err));
  GIVES(TKG_E_OVERFLOW, tkg_amount_parse("-92233720368547758.08", -1, TKG_NOTATION_PLAIN, &cents, &err));
  reads("-92233720368547758.07", TKG_NOTATION_PLAIN, -INT64_MAX);
  GIVES(TKG_E_ARGUMENT, tkg_amount_parse("1", -1, 3, &cents, &err));
  GIVES(TKG_E_ARGUMENT, tkg_amount_parse("1", -1, -1, &cents, &err));
  GIVES(TKG_E_NULL, tkg_amount_parse(NULL, -1, TKG_NOTATION_PLAIN, &cents, &err));
  GIVES(TKG_E_NULL, tkg_amount_parse("1", -1, TKG_NOTATION_PLAIN, NULL, &err));
  writes(-123456789, TKG_NOTATION_PLAIN, "-1234567.89");
  writes(-123456789, TKG_NOTATION_DUTCH, "-1.234.567,89");
  writes(-INT64_MAX, TKG_NOTATION_DUTCH, "-92.233.720.368.547.758,07");
  GIVES(TKG_E_MISSING, tkg_amount_format(TKG_MISSING, TKG_NOTATION_PLAIN, buffer, 32, NULL, &err));
  GIVES(TKG_E_ARGUMENT, tkg_amount_format(1, TKG_NOTATION_EITHER, buffer, 32, NULL, &err));
  GIVES(TKG_E_BUFFER, tkg_amount_format(1, TKG_NOTATION_PLAIN, buffer, 4, NULL, &err));
  GIVES(TKG_E_NULL, tkg_amount_format(1, TKG_NOTATION_PLAIN, NULL, 32, NULL, &err));
}
