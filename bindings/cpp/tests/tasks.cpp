// Delivered care, corridors around lump sums, indexed tariffs, and pools.
#include "check.hpp"

namespace tg = taakgericht;
using tg::decimal;

static bool too_short(const char *what, const std::function<void()> &job) {
  try {
    job();
  } catch (const std::length_error &error) {
    return std::string(error.what()) == what;
  }
  return false;
}

static void test_effort() {
  const amounts tariffs = {8730, 8730}, volumes = {95, -95};
  amounts worth(2), sums(1);
  tg::effort_amounts({tariffs, volumes}, worth);
  CHECK(worth == (amounts{829350, -829350}));
  const std::vector<std::uint32_t> groups = {0, 0};
  tg::effort_sums({tariffs, volumes}, groups, sums);
  CHECK(sums == amounts{0});
  CHECK(too_short("expected groups for 2, found room for 1",
                  [&] { tg::effort_sums({tariffs, volumes}, tg::span<const std::uint32_t>(groups).subspan(0, 1), sums); }));
  THROWS(tg::data_error, TKG_E_MISSING, tg::effort_amounts({amounts{TKG_MISSING}, amounts{1}}, worth));
}

static void test_corridors() {
  const decimal from[] = {decimal("5"), decimal("10")}, share[] = {decimal("50"), decimal("100")};
  const tg::corridor corridor({from, share}, {tg::span<const decimal>(from, 1), tg::span<const decimal>(share, 1)});
  const amounts lump(4, 10000), shadow = {10000, 10400, 11200, 8000};
  amounts settled(4);
  corridor.settle(lump, shadow, settled);
  CHECK(settled == (amounts{10000, 10000, 10450, 9250}));
  const decimal falling[] = {decimal("10"), decimal("5")};
  THROWS(tg::data_error, TKG_E_OUT_OF_RANGE, tg::corridor({falling, share}, {}));
  CHECK(too_short("expected shares for 2, found room for 0", [&] { tg::corridor({from, {}}, {}); }));
}

static void test_indices() {
  tg::index_rule rule;
  rule.weights = {decimal("90"), decimal("10")};
  const tg::figures provisional[] = {{decimal("5.00"), decimal("2.00")}, {decimal("4"), decimal("2")}};
  const tg::figures before[] = {{}, provisional[0]}, became[] = {{}, {decimal("5.5"), decimal("2")}};
  decimal percents[2];
  rule.percents(2025, provisional, before, became, true, percents);
  CHECK(percents[0].scaled(2) == 470 && percents[1].scaled(2) == 423);
  percents[1] = decimal("0");
  amounts indexed(4);
  tg::index_tariffs(amounts{8730, 100}, percents, 2025, tg::chaining::from_base, indexed);
  CHECK(indexed == (amounts{9140, 105, 9140, 105}));
  rule.weights.prices = decimal("5");
  THROWS(tg::data_error, TKG_E_KEY_SUM, rule.percents(2025, provisional, before, became, true, percents));
}

static void test_reconciliation() {
  const amounts stated = {300, 400, 900}, terms = {100, 100, 100, 200, 200, 200};
  amounts gaps(3);
  std::vector<std::int32_t> verdicts(3);
  tg::printed figures;
  figures.stated = stated;
  figures.terms = terms;
  figures.stated_as.unit = figures.terms_as.unit = 100;
  tg::reconcile(figures, gaps, verdicts);
  CHECK(gaps == (amounts{0, 100, 600}));
  CHECK(verdicts == (std::vector<std::int32_t>{TKG_VERDICT_HOLDS, TKG_VERDICT_EXPLAINED, TKG_VERDICT_ERROR}));
  figures.terms = tg::cents(terms).subspan(0, 4);
  CHECK(too_short("expected whole terms for 4, found room for 3", [&] { tg::reconcile(figures, gaps, verdicts); }));
}

void test_tasks() {
  test_reconciliation();
  test_effort();
  test_corridors();
  test_indices();
}

void test_pools() {
  tg::pool_terms terms;
  terms.model = tg::model::insurance;
  const tg::pool insured(terms, amounts{1, 1, 2});
  const amounts costs = {100, 300, 1};
  amounts borne(3), transfers(3);
  tg::pool_year year;
  year.costs = costs;
  insured.settle(year, borne, transfers);
  CHECK(borne == (amounts{100, 100, 201}) && transfers == (amounts{0, -200, 200}));
  CHECK(too_short("expected costs for 3, found room for 2",
                  [&] { insured.settle({tg::cents(costs).subspan(0, 2)}, borne, transfers); }));

  terms.model = tg::model::stop_loss;
  terms.share = decimal("100");
  terms.threshold = 1000;
  terms.ceiling = 2000;
  const amounts offsets = {0, 2, 2}, clients = {3000, 500}, owned = {3500, 500};
  borne.resize(2);
  transfers.resize(2);
  year = {owned, {}, {}, offsets, clients};
  tg::pool(terms, amounts{1, 1}).settle(year, borne, transfers);
  CHECK(borne == (amounts{3000, 1000}));

  const auto paid = tg::payments(amounts{300, -100, -200});
  CHECK(paid.size() == 2 && paid[0].to == 1 && paid[0].amount == 100 && paid[1].to == 2 && paid[1].amount == 200);
  THROWS(tg::data_error, TKG_E_POOL, tg::payments(amounts{1, 1}));
}
