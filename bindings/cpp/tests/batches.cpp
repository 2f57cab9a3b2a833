// Columns of amounts, and eight threads that share one plan.
#include "check.hpp"

#include <array>
#include <numeric>
#include <thread>

namespace tg = taakgericht;

static void test_watched() {
  const tg::plan plan(amounts{1, 2});
  const amounts many(3000, 3);
  amounts parts(6000);
  tg::batch how;
  std::int64_t last = 0;
  how.progress = [&](std::int64_t done, std::int64_t total) { return last = done, total == 3000; };
  plan.allocate_rows(many, parts, how);
  CHECK(last == 3000 && parts[5999] == 2);
  how.progress = [](std::int64_t, std::int64_t) { return false; };
  THROWS(tg::cancelled, TKG_E_CANCELLED, plan.allocate_rows(many, parts, how));
  how.progress = [](std::int64_t done, std::int64_t) -> bool { throw std::out_of_range(std::to_string(done)); };
  bool came_out = false;
  try {
    plan.allocate_rows(many, parts, how);
  } catch (const std::out_of_range &error) {
    came_out = true;
  }
  CHECK(came_out);
  const tg::cancel cancel;
  tg::batch stopped;
  stopped.cancel = &cancel;
  plan.allocate_columns(many, parts, stopped);
  cancel.set();
  THROWS(tg::cancelled, TKG_E_CANCELLED, plan.allocate_columns(many, parts, stopped));
}

static void test_ragged() {
  const amounts wholes = {100, 9}, offsets = {0, 3, 5}, weights = {1, 1, 1, 1, 2};
  amounts parts(5);
  tg::allocate_ragged(wholes, offsets, weights, parts);
  CHECK(parts == (amounts{34, 33, 33, 3, 6}));
  bool refused = false;
  try {
    tg::allocate_ragged(wholes, tg::cents(offsets).subspan(0, 2), weights, parts);
  } catch (const std::length_error &) {
    refused = true;
  }
  CHECK(refused);
}

void test_batches() {
  const tg::plan thirds(amounts{1, 1, 1});
  const amounts wholes = {100, -100, 7};
  amounts parts(9);
  thirds.allocate_rows(wholes, parts);
  CHECK(parts == (amounts{34, 33, 33, -34, -33, -33, 3, 2, 2}));
  thirds.allocate_columns(wholes, parts);
  CHECK(parts == (amounts{34, -34, 3, 33, -33, 2, 33, -33, 2}));
  thirds.allocate_rows({}, {});

  tg::split refusing;
  refusing.tie = tg::tie::refuse;
  const tg::plan halves(amounts{1, 1}, refusing);
  std::array<std::int32_t, 3> statuses{9, 9, 9};
  tg::batch how;
  how.statuses = statuses;
  parts.resize(6);
  halves.allocate_rows(amounts{2, 3, 4}, parts, how);
  CHECK((statuses == std::array<std::int32_t, 3>{TKG_OK, TKG_E_TIE, TKG_OK}) && parts[2] == TKG_MISSING && parts[4] == 2);
  try {
    halves.allocate_rows(amounts{2, 3, 4}, parts);
    wrong("a tie is divided", __FILE__, __LINE__);
  } catch (const tg::data_error &error) {
    CHECK(error.code() == TKG_E_TIE && error.row() == 1);
  }
  THROWS(tg::use_error, TKG_E_BUFFER, thirds.allocate_rows(wholes, tg::cents_out(parts).subspan(0, 5)));
  THROWS(tg::use_error, TKG_E_ARGUMENT, tg::plan(amounts{1}).allocate_rows(parts, parts));
  test_watched();
  test_ragged();
}

void test_threads() {
  const tg::plan plan(amounts{2, 3, 5, 7, 11});
  std::array<int, 8> wrong{};
  std::vector<std::thread> threads;
  for (int &mine : wrong) {
    threads.emplace_back([&plan, &mine] {
      for (std::int64_t time = 0; time < 300; time++) {
        const amounts parts = plan.allocate(time * 7919);
        if (std::accumulate(parts.begin(), parts.end(), std::int64_t{0}) != time * 7919) mine++;
        if (!thrown<tg::data_error>(TKG_E_MISSING, [&] { plan.allocate(TKG_MISSING); })) mine++;
      }
    });
  }
  for (std::thread &thread : threads) thread.join();
  CHECK((wrong == std::array<int, 8>{}));
}
