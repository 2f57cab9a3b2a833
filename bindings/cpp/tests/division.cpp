// Numbers, plans, waterfalls and tables.
#include "check.hpp"

namespace tg = taakgericht;
using tg::decimal;

void test_numbers() {
  CHECK(tg::version() == "0.1.0");
  CHECK(decimal("-1234.50").str() == "-1234.50");
  CHECK(decimal(123456, 2).str() == "1234.56");
  CHECK(decimal("1234.56").scaled(2) == 123456);
  CHECK(decimal().str() == "0");
  CHECK(decimal("-0.00").scaled(2) == 0 && decimal("1.2300000000000000000000000000").scaled(2) == 123);
  THROWS(tg::data_error, TKG_E_OVERFLOW, decimal("0.12345678901234567890123456789"));
  THROWS(tg::data_error, TKG_E_OVERFLOW, decimal("-92233720368547758.08").scaled(2));
  THROWS(tg::data_error, TKG_E_OVERFLOW, tg::parse_amount(std::string(100000, '9')));
  CHECK(tg::parse_amount("1.234,56", tg::notation::dutch) == 123456);
  CHECK(tg::format_amount(-123456, tg::notation::dutch) == "-1.234,56");
  CHECK(tg::format_amount(INT64_MAX) == "92233720368547758.07");
  THROWS(tg::data_error, TKG_E_INEXACT, decimal("0.001").scaled(2));
  THROWS(tg::data_error, TKG_E_UNREADABLE, decimal("1e3"));
  THROWS(tg::data_error, TKG_E_UNREADABLE, decimal(std::string_view{}));
  THROWS(tg::data_error, TKG_E_AMBIGUOUS, tg::parse_amount("1.234", tg::notation::either));
  THROWS(tg::data_error, TKG_E_MISSING, tg::format_amount(TKG_MISSING));
  THROWS(tg::internal_error, TKG_E_INTERNAL, tg::detail::call(tkg_selftest_panic));
}

static void test_words() {
  try {
    tg::plan(amounts{1, -2});
  } catch (const tg::error &error) {
    CHECK(error.name() == std::string("TKG_E_NEGATIVE_WEIGHT") && error.kind() == std::string("negative-weight"));
    CHECK(error.item() == 1 && !error.row() && error.field() == "weights");
    CHECK(std::string(error.what()).find("the weight of position 1 is below zero") != std::string::npos);
    return;
  }
  wrong("a weight below zero is taken", __FILE__, __LINE__);
}

static void test_plans_by_id() {
  const std::vector<std::string_view> ids{"GM1663", "GM0005", "GM0053"};
  const amounts equal{3, 3, 3};
  CHECK(tg::plan(ids, equal).allocate(100) == (amounts{33, 34, 33}));
  tg::split refusing;
  refusing.tie = tg::tie::refuse;
  THROWS(tg::data_error, TKG_E_TIE, tg::plan(ids, equal, refusing).allocate(100));
  const std::vector<std::string_view> twice{"GM1663", "GM0005", "GM1663"};
  THROWS(tg::data_error, TKG_E_DUPLICATE, tg::plan(twice, equal));
  for (const amounts &others : {amounts{1, 1}, amounts{1, 1, 1, 1}}) {
    try {
      tg::plan(ids, others);
      wrong("other weights than ids are taken", __FILE__, __LINE__);
    } catch (const std::length_error &) {
    }
  }
}

void test_plans() {
  test_plans_by_id();
  tg::plan thirds(amounts{1, 1, 1});
  CHECK(thirds.size() == 3);
  CHECK(thirds.allocate(100) == (amounts{34, 33, 33}));
  tg::plan moved = std::move(thirds);
  CHECK(moved.allocate(-100) == (amounts{-34, -33, -33}));
  moved = tg::plan(amounts{1, 1, 1}, {tg::method::last_takes_rest, tg::tie::last, 1, TKG_RULES_VERSION});
  CHECK(moved.allocate(200) == (amounts{66, 66, 68}));
  const decimal percents[] = {decimal("62.5"), decimal("37.5")};
  CHECK(tg::plan(percents).allocate(800) == (amounts{500, 300}));
  amounts parts(3);
  const amounts floors = {30, TKG_MISSING, TKG_MISSING};
  tg::plan(amounts{1, 1, 2}).allocate_within(100, floors, {}, parts);
  CHECK(parts == (amounts{30, 23, 47}));
  static_assert(!std::is_copy_constructible_v<tg::plan> && std::is_nothrow_move_constructible_v<tg::plan>);
  static_assert(!std::is_copy_constructible_v<tg::outcome> && !std::is_copy_assignable_v<tg::scenario>);

  THROWS(tg::data_error, TKG_E_ZERO_WEIGHTS, tg::plan(amounts{0, 0}));
  THROWS(tg::use_error, TKG_E_BUFFER, tg::plan(amounts{1, 1}).allocate(1, tg::cents_out(parts).subspan(0, 1)));
  tg::split other;
  other.rules = 99;
  THROWS(tg::use_error, TKG_E_STATE, tg::plan(amounts{1}, other));
  test_words();
}

void test_waterfalls() {
  const tg::line lines[] = {
      tg::line::fixed("kantoor", 10000),
      tg::line::share("uitvoering", decimal("10")),
      tg::line::share("waarvan", decimal("50"), 1).memo(),
      tg::line::share_of_rest("innovatie", decimal("50")).ceiling(30000),
      tg::line::residual("zorg").floor(0),
  };
  const tg::waterfall carved(lines);
  const amounts budgets = {100000, 200000};
  amounts found(carved.size() * budgets.size());
  carved.columns(budgets, found);
  CHECK(found == (amounts{10000, 10000, 10000, 20000, 5000, 10000, 30000, 30000, 50000, 140000}));

  const decimal shares[] = {decimal("2.5"), decimal("2.5"), decimal("10")};
  tg::rta_year year;
  year.year = 2016;
  year.lines = shares;
  year.residual = decimal("80");
  year.cut = decimal("8.5");
  year.in_base = decimal("3.5");
  const amounts base = {1387893300};
  found.resize(5);
  tg::waterfall(year).columns(base, found);
  CHECK(found == (amounts{69394665, 34697333, 34697332, 138789330, 1110314640}));
  year.reading = tg::reading::literal;
  THROWS(tg::data_error, TKG_E_SCHEDULE_SUM, tg::waterfall w(year));
}

void test_tables() {
  const amounts cells = {150, 150, 150, 150};
  amounts rounded(4), rows(2), columns(2);
  std::int64_t total = 0;
  tg::round_table(cells, 2, 100, rounded, {rows, columns, &total});
  CHECK(rows == (amounts{300, 300}) && columns == (amounts{300, 300}) && total == 600);
  const amounts prescribed = {900, 300};
  THROWS(tg::data_error, TKG_E_TABLE_CONFLICT, tg::round_table(cells, 2, 100, rounded, {}, prescribed));
  bool refused = false;
  try {
    tg::round_table(cells, 3, 100, rounded);
  } catch (const std::length_error &error) {
    refused = std::string(error.what()) == "expected whole rows for 4, found room for 3";
  }
  CHECK(refused);
  amounts terms(3);
  tg::instalments(10000, terms);
  CHECK(terms == (amounts{3333, 3334, 3333}));
}
