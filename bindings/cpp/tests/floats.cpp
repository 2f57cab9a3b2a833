// No call takes a binary float for an amount: that is found when a program is compiled.
#include "check.hpp"

namespace tg = taakgericht;

namespace {

template <typename T, typename Call>
constexpr int takes(Call) {
  return std::is_invocable_v<Call, T> ? 1 : 0;
}

// How many calls take it.
template <typename T>
constexpr int taken() {
  return takes<T>([](auto amount) -> decltype(void(std::declval<const tg::plan &>().allocate(amount))) {}) +
         takes<T>([](auto amount) -> decltype(std::declval<const tg::plan &>().allocate(amount, {})) {}) +
         takes<T>([](auto amount) -> decltype(std::declval<const tg::plan &>().allocate_within(amount, {}, {}, {})) {}) +
         takes<T>([](auto amount) -> decltype(void(tg::format_amount(amount))) {}) +
         takes<T>([](auto amount) -> decltype(tg::instalments(amount, {})) {}) +
         takes<T>([](auto amount) -> decltype(void(tg::decimal(amount, 2))) {}) +
         takes<T>([](auto amount) -> decltype(void(tg::line::fixed("", amount))) {}) +
         takes<T>([](auto amount) -> decltype(void(std::declval<tg::line &>().floor(amount))) {}) +
         takes<T>([](auto amount) -> decltype(void(std::declval<tg::line &>().ceiling(amount))) {});
}

static_assert(taken<int>() == 9 && taken<std::int64_t>() == 9);
static_assert(taken<double>() == 0 && taken<float>() == 0);

}  // namespace
