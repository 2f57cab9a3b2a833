// taakgericht for C++17: taakgericht.h with owners, exceptions and spans. Header-only; link the shared library.
//
// Money is std::int64_t in cents; decimals are `decimal`. Handles are move-only and free themselves; a moved-from one may only be
// destroyed or assigned to. Every failure is an `error`. Nothing is copied: spans and views belong to whom they were got from.
// What a call does, and which statuses it gives, stands in taakgericht.h at the function of the same name.

#ifndef TAAKGERICHT_HPP
#define TAAKGERICHT_HPP

#include <taakgericht.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <fstream>
#include <functional>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace taakgericht {

// ---- failures -------------------------------------------------------------------------------------------------------

// A call that was not carried out; what() is the message.
class error : public std::runtime_error {
 public:
  error(tkg_status code, const tkg_error &record)
      : std::runtime_error(record.message), code_(code), row_(record.row), item_(record.item), field_(record.field) {}

  // The status, such as TKG_E_OVERFLOW; it decides, the wording may change.
  tkg_status code() const noexcept { return code_; }
  // Its name, "TKG_E_OVERFLOW".
  const char *name() const noexcept { return tkg_status_name(code_); }
  // The kind of an error of data in a word, as diagnoses write it: "key-sum"; otherwise "".
  const char *kind() const noexcept { return tkg_status_kind(code_); }
  // The row of a batch, counted from 0.
  std::optional<std::int64_t> row() const noexcept { return place(row_); }
  // The position in an array, such as that of a weight, counted from 0.
  std::optional<std::int64_t> item() const noexcept { return place(item_); }
  // What it is about, such as "weights".
  const std::string &field() const noexcept { return field_; }

 private:
  static std::optional<std::int64_t> place(std::int64_t position) noexcept {
    return position < 0 ? std::nullopt : std::optional<std::int64_t>(position);
  }

  tkg_status code_;
  std::int64_t row_, item_;
  std::string field_;
};

// A mistake in the calling program.
class use_error : public error {
  using error::error;
};
// The data: weights that add up to zero, a scenario that contradicts itself.
class data_error : public error {
  using error::error;
};
// This run, on this machine: cancelled, or not enough memory.
class run_error : public error {
  using error::error;
};
// The run was cancelled by its token or by its progress function.
class cancelled : public run_error {
  using run_error::run_error;
};
// A mistake in the library, caught before it could do harm: please report it.
class internal_error : public error {
  using error::error;
};

namespace detail {

[[noreturn]] inline void fail(tkg_status code, const tkg_error &record) {
  if (code == TKG_E_CANCELLED) throw cancelled(code, record);
  if (code < 0 && code > -20) throw use_error(code, record);
  if (code <= -20 && code > -60) throw data_error(code, record);
  if (code <= -60 && code > -80) throw run_error(code, record);
  throw internal_error(code, record);
}

// Calls a function that takes a tkg_error as its last argument.
template <typename Function, typename... Arguments>
void call(Function function, Arguments... arguments) {
  tkg_error record;
  record.struct_size = sizeof record;
  const tkg_status status = function(arguments..., &record);
  if (status != TKG_OK) fail(status, record);
}

template <typename T, void(TKG_CALL *Free)(T *)>
struct freed {
  void operator()(T *handle) const noexcept { Free(handle); }
};

template <typename T, void(TKG_CALL *Free)(T *)>
using handle = std::unique_ptr<T, freed<T, Free>>;

// Calls a function that makes a handle.
template <typename Handle, typename Function, typename... Arguments>
Handle made(Function function, Arguments... arguments) {
  typename Handle::pointer out = nullptr;
  call(function, arguments..., &out);
  return Handle(out);
}

// Calls a function that fills in a number, or a struct without a size.
template <typename T, typename Function, typename... Arguments>
T given(Function function, Arguments... arguments) {
  T out{};
  call(function, arguments..., &out);
  return out;
}

// Calls a function that fills in a struct with a size.
template <typename T, typename Function, typename... Arguments>
T filled(Function function, Arguments... arguments) {
  T out{};
  out.struct_size = sizeof out;
  call(function, arguments..., &out);
  return out;
}

// A binary float is no amount: the calls that take amounts are deleted for it, since it would be cut off without a word.
template <typename T>
using floating = std::enable_if_t<std::is_floating_point_v<T>>;

template <typename Size>
std::int64_t length(Size size) {
  return static_cast<std::int64_t>(size);
}

}  // namespace detail

// Throws use_error when the library that runs does not fit this header. Call it first.
inline void check_abi() { detail::call(tkg_check_abi, std::uint32_t{TKG_ABI_VERSION}, std::uint32_t{TKG_VERSION_MINOR}); }

// The version of the library that runs, "0.1.0".
inline std::string_view version() noexcept { return tkg_version(); }

// ---- memory of others -----------------------------------------------------------------------------------------------

// Some elements in a row that belong to somebody else: std::span of C++20, as far as it is needed.
template <typename T>
class span {
 public:
  constexpr span() noexcept = default;
  constexpr span(T *data, std::size_t size) noexcept : data_(data), size_(size) {}
  template <std::size_t Size>
  constexpr span(T (&elements)[Size]) noexcept : data_(elements), size_(Size) {}
  // Of std::vector, std::array, std::span and the like.
  template <typename Container,
            typename = std::enable_if_t<std::is_convertible_v<decltype(std::data(std::declval<Container &>())), T *>>,
            typename = decltype(std::size(std::declval<Container &>()))>
  constexpr span(Container &&elements) noexcept : data_(std::data(elements)), size_(std::size(elements)) {}

  constexpr T *data() const noexcept { return data_; }
  constexpr std::size_t size() const noexcept { return size_; }
  constexpr bool empty() const noexcept { return size_ == 0; }
  constexpr T *begin() const noexcept { return data_; }
  constexpr T *end() const noexcept { return data_ + size_; }
  constexpr T &operator[](std::size_t at) const noexcept { return data_[at]; }
  constexpr span subspan(std::size_t from, std::size_t count) const noexcept { return {data_ + from, count}; }

 private:
  T *data_ = nullptr;
  std::size_t size_ = 0;
};

using cents = span<const std::int64_t>;
using cents_out = span<std::int64_t>;

// A text that the library made.
class text {
 public:
  explicit text(tkg_text *made) noexcept : handle_(made) {}

  // It ends in a NUL that the view does not count, and stays good as long as this does.
  std::string_view view() const {
    const char *data = nullptr;
    std::int64_t length = 0;
    detail::call(tkg_text_view, static_cast<const tkg_text *>(handle_.get()), &data, &length);
    return {data, static_cast<std::size_t>(length)};
  }
  operator std::string_view() const & { return view(); }
  // A view of a text that nobody keeps would outlive it.
  operator std::string_view() const && = delete;
  std::string str() const { return std::string(view()); }
  // One result of `call`, by its name.
  std::string member(std::string_view name) const {
    std::string found(view().size(), '\0');
    std::int64_t needed = 0;
    detail::call(tkg_text_member, static_cast<const tkg_text *>(handle_.get()), name.data(), detail::length(name.size()),
                 found.data(), detail::length(found.size() + 1), &needed);
    found.resize(static_cast<std::size_t>(needed));
    return found;
  }

 private:
  detail::handle<tkg_text, tkg_text_free> handle_;
};

// ---- numbers --------------------------------------------------------------------------------------------------------

// An exact decimal number of at most 96 bits; its decimals are kept as written.
class decimal {
 public:
  constexpr decimal() noexcept : raw_{} {}
  constexpr explicit decimal(const tkg_decimal &raw) noexcept : raw_(raw) {}
  // Reads "-1234.56".
  explicit decimal(std::string_view text)
      : raw_(detail::given<tkg_decimal>(tkg_decimal_parse, text.data(), detail::length(text.size()))) {}
  // The number unscaled / 10^scale.
  decimal(std::int64_t unscaled, std::int32_t scale)
      : raw_(detail::given<tkg_decimal>(tkg_decimal_from_i64, unscaled, scale)) {}

  template <typename T, typename = detail::floating<T>>
  decimal(T, std::int32_t) = delete;

  // The whole number this * 10^scale; data_error when digits would be lost.
  std::int64_t scaled(std::int32_t scale) const {
    return detail::given<std::int64_t>(tkg_decimal_to_i64, &raw_, scale);
  }
  std::string str() const {
    std::array<char, 32> buffer;
    detail::call(tkg_decimal_format, &raw_, buffer.data(), detail::length(buffer.size()), static_cast<std::int64_t *>(nullptr));
    return buffer.data();
  }
  const tkg_decimal &raw() const noexcept { return raw_; }

 private:
  tkg_decimal raw_;
};
static_assert(sizeof(decimal) == sizeof(tkg_decimal), "an array of the one is an array of the other");

namespace detail {

inline const tkg_decimal *raw(span<const decimal> numbers) noexcept {
  return reinterpret_cast<const tkg_decimal *>(numbers.data());
}

}  // namespace detail

// How people write amounts.
enum class notation : std::int32_t {
  plain = TKG_NOTATION_PLAIN,
  dutch = TKG_NOTATION_DUTCH,
  either = TKG_NOTATION_EITHER,
};

// Reads euros into cents: "1234.56", or "€ 1.234,56" in Dutch notation.
inline std::int64_t parse_amount(std::string_view text, notation how = notation::plain) {
  return detail::given<std::int64_t>(tkg_amount_parse, text.data(), detail::length(text.size()), std::int32_t(how));
}

// Writes cents as euros.
inline std::string format_amount(std::int64_t amount, notation how = notation::plain) {
  std::array<char, 32> buffer;
  detail::call(tkg_amount_format, amount, std::int32_t(how), buffer.data(), detail::length(buffer.size()),
               static_cast<std::int64_t *>(nullptr));
  return buffer.data();
}

template <typename T, typename = detail::floating<T>>
std::string format_amount(T, notation = notation::plain) = delete;

// ---- division -------------------------------------------------------------------------------------------------------

enum class method : std::int32_t {
  largest_remainder = TKG_METHOD_LARGEST_REMAINDER,
  cumulative = TKG_METHOD_CUMULATIVE,
  first_takes_rest = TKG_METHOD_FIRST_TAKES_REST,
  last_takes_rest = TKG_METHOD_LAST_TAKES_REST,
  webster = TKG_METHOD_WEBSTER,
  jefferson = TKG_METHOD_JEFFERSON,
  adams = TKG_METHOD_ADAMS,
  huntington_hill = TKG_METHOD_HUNTINGTON_HILL,
};

enum class tie : std::int32_t {
  first = TKG_TIE_FIRST,
  last = TKG_TIE_LAST,
  largest_weight = TKG_TIE_LARGEST_WEIGHT,
  refuse = TKG_TIE_REFUSE,
};

// How something is divided; the unit is in cents.
struct split {
  taakgericht::method method = taakgericht::method::largest_remainder;
  taakgericht::tie tie = taakgericht::tie::first;
  std::int64_t unit = 1;
  std::uint32_t rules = TKG_RULES_VERSION;

  tkg_split raw() const noexcept {
    return {sizeof(tkg_split), rules, std::int32_t(method), std::int32_t(tie), unit};
  }
};

// A token by which any thread stops runs on other threads; it has to outlive them.
class cancel {
 public:
  cancel() : handle_(detail::made<owner>(tkg_cancel_new)) {}
  void set() const { detail::call(tkg_cancel_set, raw()); }
  const tkg_cancel *raw() const noexcept { return handle_.get(); }

 private:
  using owner = detail::handle<tkg_cancel, tkg_cancel_free>;
  owner handle_;
};

// How a batch is run: what each row gave, who hears how far it is, and who can stop it. All of it may be left out.
struct batch {
  // Gets the status of each row; the parts of a row that failed are TKG_MISSING. Without it, the first such row is thrown.
  span<std::int32_t> statuses = {};
  // Told for every 1,024 rows how many are done, of how many; `false` cancels. What it throws comes out of the run.
  std::function<bool(std::int64_t, std::int64_t)> progress = {};
  const taakgericht::cancel *cancel = nullptr;
};

namespace detail {

inline void fits(std::size_t room, std::size_t needed, const char *what) {
  if (room < needed) {
    throw std::length_error(std::string("expected ") + what + " for " + std::to_string(needed) + ", found room for " +
                            std::to_string(room));
  }
}

// A batch as the library takes it, for as long as the call lasts.
class run {
 public:
  run(const batch &how, std::size_t rows) : how_(how), raw_{} {
    if (!how.statuses.empty()) fits(how.statuses.size(), rows, "statuses");
    raw_.struct_size = sizeof raw_;
    raw_.cancel = how.cancel == nullptr ? nullptr : how.cancel->raw();
    if (how.progress) raw_.progress = hears;
    raw_.ctx = this;
  }
  run(const run &) = delete;
  run &operator=(const run &) = delete;

  template <typename... Arguments>
  void call(Arguments... arguments) {
    try {
      const bool watched = raw_.progress != nullptr || raw_.cancel != nullptr;
      detail::call(arguments..., how_.statuses.data(), watched ? static_cast<const tkg_run *>(&raw_) : nullptr);
    } catch (const cancelled &) {
      if (thrown_) std::rethrow_exception(thrown_);
      throw;
    }
  }

 private:
  // No exception may cross the library.
  static tkg_status TKG_CALL hears(void *ctx, std::int64_t done, std::int64_t total) {
    run &self = *static_cast<run *>(ctx);
    try {
      return self.how_.progress(done, total) ? TKG_OK : TKG_E_CANCELLED;
    } catch (...) {
      self.thrown_ = std::current_exception();
      return TKG_E_CANCELLED;
    }
  }

  const batch &how_;
  tkg_run raw_;
  std::exception_ptr thrown_;
};

inline std::size_t size_of(std::int64_t count) noexcept { return static_cast<std::size_t>(count); }

}  // namespace detail

// Weights made ready for many divisions (Dutch: verdeelsleutel). Any number of threads may share it.
class plan {
 public:
  explicit plan(cents weights, const split &how = {}) : plan(tkg_plan_new, how, weights.data(), weights.size()) {}
  // Weights that are decimal numbers, such as percentages.
  explicit plan(span<const decimal> weights, const split &how = {})
      : plan(tkg_plan_new_decimal, how, detail::raw(weights), weights.size()) {}
  // Parties with ids, such as the codes of municipalities: rows in another order give every party the same amount. The
  // parts stand in the order of the rows.
  plan(span<const std::string_view> ids, cents weights, const split &how = {}) : plan(joined(ids), weights, how) {}

  // How many weights, and so how many parts.
  std::size_t size() const noexcept { return size_; }

  // Divides one amount; the parts stand in the order of the weights and add up to it.
  void allocate(std::int64_t amount, cents_out parts) const {
    detail::call(tkg_allocate_i64, raw(), amount, parts.data(), detail::length(parts.size()));
  }
  std::vector<std::int64_t> allocate(std::int64_t amount) const {
    std::vector<std::int64_t> parts(size_);
    allocate(amount, parts);
    return parts;
  }
  template <typename T, typename = detail::floating<T>>
  void allocate(T, cents_out) const = delete;
  template <typename T, typename = detail::floating<T>>
  std::vector<std::int64_t> allocate(T) const = delete;
  // Divides so that every part lies between its floor and its ceiling; TKG_MISSING for no bound, an empty span for none at all.
  void allocate_within(std::int64_t amount, cents floors, cents ceilings, cents_out parts) const {
    if (!floors.empty()) detail::fits(floors.size(), size_, "floors");
    if (!ceilings.empty()) detail::fits(ceilings.size(), size_, "ceilings");
    detail::call(tkg_allocate_bounded_i64, raw(), amount, floors.data(), ceilings.data(), parts.data(),
                 detail::length(parts.size()));
  }
  template <typename T, typename = detail::floating<T>>
  void allocate_within(T, cents, cents, cents_out) const = delete;
  // Divides a column of amounts; the parts of each stand together: parts[row * size() + part].
  void allocate_rows(cents amounts, cents_out parts, const batch &how = {}) const {
    run(tkg_allocate_rows_i64, amounts, parts, how);
  }
  // Divides a column of amounts into columns: parts[part * amounts.size() + row]. The fastest way for many rows.
  void allocate_columns(cents amounts, cents_out parts, const batch &how = {}) const {
    run(tkg_allocate_columns_i64, amounts, parts, how);
  }

  const tkg_plan *raw() const noexcept { return handle_.get(); }

 private:
  using owner = detail::handle<tkg_plan, tkg_plan_free>;

  // Ids one after another, and where each begins.
  struct text_column {
    std::string text;
    std::vector<std::int64_t> offsets{0};
  };

  static text_column joined(span<const std::string_view> ids) {
    text_column all;
    for (const std::string_view id : ids) {
      all.text += id;
      all.offsets.push_back(detail::length(all.text.size()));
    }
    return all;
  }

  plan(const text_column &ids, cents weights, const split &how) {
    detail::fits(weights.size(), ids.offsets.size() - 1, "weights");
    detail::fits(ids.offsets.size() - 1, weights.size(), "ids");
    const tkg_split raw_split = how.raw();
    own(detail::made<owner>(tkg_plan_new_by_id, &raw_split, ids.text.data(), ids.offsets.data(), weights.data(),
                            detail::length(weights.size())));
  }

  template <typename Function, typename Weight>
  plan(Function function, const split &how, const Weight *weights, std::size_t count) {
    const tkg_split raw_split = how.raw();
    own(detail::made<owner>(function, &raw_split, weights, detail::length(count)));
  }

  void own(owner handle) {
    handle_ = std::move(handle);
    size_ = detail::size_of(detail::given<std::int64_t>(tkg_plan_count, raw()));
  }

  template <typename Function>
  void run(Function function, cents amounts, cents_out parts, const batch &how) const {
    detail::run(how, amounts.size())
        .call(function, raw(), amounts.data(), detail::length(amounts.size()), parts.data(), detail::length(parts.size()));
  }

  owner handle_;
  std::size_t size_ = 0;
};

// Divides amounts that each have weights of their own: those of row r are weights[offsets[r]] up to weights[offsets[r + 1]].
inline void allocate_ragged(cents amounts, cents offsets, cents weights, cents_out parts, const split &how = {},
                            const batch &rows = {}) {
  detail::fits(offsets.size(), amounts.size() + 1, "offsets");
  detail::fits(weights.size(), detail::size_of(offsets[amounts.size()]), "weights");
  const tkg_split raw_split = how.raw();
  detail::run(rows, amounts.size())
      .call(tkg_allocate_ragged_i64, &raw_split, amounts.data(), detail::length(amounts.size()), offsets.data(), weights.data(),
            parts.data(), detail::length(parts.size()));
}

// ---- waterfalls -----------------------------------------------------------------------------------------------------

enum class reading : std::int32_t {
  cumulative_points = TKG_READING_CUMULATIVE_POINTS,
  literal = TKG_READING_LITERAL,
  compounding = TKG_READING_COMPOUNDING,
};

// A line of a waterfall; the name has to outlive the call that takes it.
class line {
 public:
  // A percentage of the whole budget, or of the line at position `base`: 8.5 for 8.5%.
  static line share(std::string_view name, decimal percent, std::int32_t base = TKG_BASE_WHOLE) noexcept {
    line made(name, TKG_RULE_SHARE);
    made.raw_.percent = percent.raw();
    made.raw_.base = base;
    return made;
  }
  // A percentage of what the parts before it have left.
  static line share_of_rest(std::string_view name, decimal percent) noexcept {
    line made(name, TKG_RULE_SHARE_OF_REST);
    made.raw_.percent = percent.raw();
    return made;
  }
  // The same amount whatever the budget is.
  static line fixed(std::string_view name, std::int64_t amount) noexcept {
    line made(name, TKG_RULE_FIXED);
    made.raw_.fixed = amount;
    return made;
  }
  template <typename T, typename = detail::floating<T>>
  static line fixed(std::string_view, T) = delete;
  // All that the parts before it have left (Dutch: restpost).
  static line residual(std::string_view name) noexcept { return line(name, TKG_RULE_RESIDUAL); }

  line &floor(std::int64_t amount) noexcept { return raw_.floor = amount, *this; }
  line &ceiling(std::int64_t amount) noexcept { return raw_.ceiling = amount, *this; }
  template <typename T, typename = detail::floating<T>>
  line &floor(T) = delete;
  template <typename T, typename = detail::floating<T>>
  line &ceiling(T) = delete;
  // Shown, and never added (Dutch: waarvan).
  line &memo() noexcept { return raw_.role = TKG_ROLE_MEMO, *this; }

 private:
  line(std::string_view name, std::int32_t rule) noexcept : raw_{} {
    raw_.struct_size = sizeof raw_;
    raw_.rule = rule;
    raw_.role = TKG_ROLE_PART;
    raw_.base = TKG_BASE_WHOLE;
    raw_.floor = raw_.ceiling = TKG_MISSING;
    raw_.name = name.data();
    raw_.name_length = detail::length(name.size());
  }

  tkg_line raw_;
};
static_assert(sizeof(line) == sizeof(tkg_line), "an array of the one is an array of the other");

// One year of an RTA schedule, all in percent; see tkg_waterfall_new_rta.
struct rta_year {
  std::int32_t year = 0;
  span<const decimal> lines = {};
  decimal residual = {};
  // The State's cut (Dutch: korting), and the cut that the base-year budget already lacks.
  std::optional<decimal> cut = {};
  std::optional<decimal> in_base = {};
  taakgericht::reading reading = taakgericht::reading::cumulative_points;
  decimal residual_unit = decimal(1, 0);
};

// Lines that a budget runs through (Dutch: trap). Any number of threads may share it.
class waterfall {
 public:
  explicit waterfall(span<const line> lines, std::int64_t unit = 1, tie rule = tie::first,
                     std::uint32_t rules = TKG_RULES_VERSION)
      : waterfall(detail::made<owner>(tkg_waterfall_new, rules, reinterpret_cast<const tkg_line *>(lines.data()),
                                      detail::length(lines.size()), unit, std::int32_t(rule))) {}
  explicit waterfall(const rta_year &year, std::uint32_t rules = TKG_RULES_VERSION)
      : waterfall(detail::made<owner>(tkg_waterfall_new_rta, rules, year.year, std::int32_t(year.reading), or_null(year.cut),
                                      or_null(year.in_base), detail::raw(year.lines),
                                      detail::length(year.lines.size()), &year.residual.raw(), &year.residual_unit.raw())) {}

  // How many lines, memo lines too.
  std::size_t size() const noexcept { return size_; }

  // Runs a column of budgets through the lines, into columns: out[line * budgets.size() + row].
  void columns(cents budgets, cents_out out, const batch &how = {}) const {
    detail::run(how, budgets.size())
        .call(tkg_waterfall_columns_i64, raw(), budgets.data(), detail::length(budgets.size()), out.data(),
              detail::length(out.size()));
  }

  const tkg_waterfall *raw() const noexcept { return handle_.get(); }

 private:
  using owner = detail::handle<tkg_waterfall, tkg_waterfall_free>;

  explicit waterfall(owner made) : handle_(std::move(made)) {
    size_ = detail::size_of(detail::given<std::int64_t>(tkg_waterfall_count, raw()));
  }
  static const tkg_decimal *or_null(const std::optional<decimal> &number) noexcept {
    return number ? &number->raw() : nullptr;
  }

  owner handle_;
  std::size_t size_ = 0;
};

// How amounts stand in Arrow: decimal128(19, 2) euros, or int64 cents.
enum class arrow_type : std::int32_t { decimal = TKG_ARROW_DECIMAL, int64 = TKG_ARROW_INT64 };

// A column of cents as a column of Arrow with a name; TKG_MISSING becomes null. Whoever asks, calls release of both.
inline void amounts_arrow(cents amounts, std::string_view name, ArrowSchema &schema, ArrowArray &array,
                          arrow_type type = arrow_type::decimal) {
  detail::call(tkg_amounts_arrow, amounts.data(), detail::length(amounts.size()), name.data(), detail::length(name.size()),
               std::int32_t(type), &schema, &array);
}

// ---- tables and instalments -----------------------------------------------------------------------------------------

// Where the totals of a rounded table go; empty for those that are not wanted.
struct table_totals {
  cents_out rows = {};
  cents_out columns = {};
  std::int64_t *total = nullptr;
};

// Rounds a table, row by row, to multiples of `unit`, so that it adds up along its rows and its columns at once; totals that are
// prescribed are met.
inline void round_table(cents cells, std::size_t columns, std::int64_t unit, cents_out out, const table_totals &totals = {},
                        cents row_totals = {}, cents column_totals = {}) {
  const std::size_t rows = columns == 0 ? 0 : cells.size() / columns;
  detail::fits(rows * columns, cells.size(), "whole rows");
  for (std::size_t size : {row_totals.size(), totals.rows.size()}) {
    if (size != 0) detail::fits(size, rows, "row totals");
  }
  for (std::size_t size : {column_totals.size(), totals.columns.size()}) {
    if (size != 0) detail::fits(size, columns, "column totals");
  }
  detail::call(tkg_table_round, cells.data(), detail::length(rows), detail::length(columns), unit, row_totals.data(),
               column_totals.data(), out.data(), detail::length(out.size()), totals.rows.data(), totals.columns.data(),
               totals.total);
}

// Divides an amount into as many instalments (Dutch: termijnen) as there is room for; every running total is right.
inline void instalments(std::int64_t amount, cents_out out) {
  detail::call(tkg_instalments, amount, detail::length(out.size()), out.data());
}

template <typename T, typename = detail::floating<T>>
void instalments(T, cents_out) = delete;

// ---- reconciliation -------------------------------------------------------------------------------------------------

// How a number is rounded at a named step.
enum class mode : std::int32_t {
  half_up = TKG_MODE_HALF_UP,
  half_even = TKG_MODE_HALF_EVEN,
  half_down = TKG_MODE_HALF_DOWN,
  up = TKG_MODE_UP,
  down = TKG_MODE_DOWN,
  floor = TKG_MODE_FLOOR,
  ceiling = TKG_MODE_CEILING,
  exact = TKG_MODE_EXACT,
};

// To which multiple: half up to the cent, unless said otherwise.
struct rounding {
  taakgericht::mode mode = taakgericht::mode::half_up;
  std::int64_t unit = 1;
};

enum class verdict : std::int32_t {
  holds = TKG_VERDICT_HOLDS,
  explained = TKG_VERDICT_EXPLAINED,
  only_if = TKG_VERDICT_ONLY_IF,
  error = TKG_VERDICT_ERROR,
};

// Printed figures, and what they should add up to: the figure of a term is terms[term * stated.size() + row].
struct printed {
  cents stated = {};
  cents terms = {};
  // 1 for each term that is added and -1 for one that is taken off; empty for all added.
  span<const std::int32_t> signs = {};
  rounding stated_as = {};
  rounding terms_as = {};
};

// Whether each stated figure is what its terms add up to (Dutch: aansluiting); `gaps` may be empty, verdicts are numbers of `verdict`.
inline void reconcile(const printed &figures, cents_out gaps, span<std::int32_t> verdicts, const batch &how = {},
                      std::uint32_t rules = TKG_RULES_VERSION) {
  const std::size_t rows = figures.stated.size(), terms = rows == 0 ? 0 : figures.terms.size() / rows;
  detail::fits(terms * rows, figures.terms.size(), "whole terms");
  if (!figures.signs.empty()) detail::fits(figures.signs.size(), terms, "signs");
  if (!gaps.empty()) detail::fits(gaps.size(), rows, "gaps");
  detail::run(how, rows).call(tkg_reconcile_rows_i64, rules, figures.stated.data(), detail::length(rows), figures.stated_as.unit,
                              std::int32_t(figures.stated_as.mode), figures.terms.data(), figures.signs.data(),
                              detail::length(terms), figures.terms_as.unit, std::int32_t(figures.terms_as.mode), gaps.data(),
                              verdicts.data(), detail::length(verdicts.size()));
}

// ---- tasks: effort, lump sums, tariffs ------------------------------------------------------------------------------

// Lines of delivered care: euros and units as whole numbers with so many decimals; with 4, a tariff of 873000 is 87.30 euros.
struct effort {
  cents tariffs = {};
  cents volumes = {};
  std::int32_t tariff_decimals = 2;
  std::int32_t volume_decimals = 0;
};

// What each line is worth: tariff times volume, rounded half away from zero to the cent.
inline void effort_amounts(const effort &lines, cents_out out) {
  detail::fits(lines.volumes.size(), lines.tariffs.size(), "volumes");
  detail::call(tkg_effort_amounts_i64, lines.tariffs.data(), lines.volumes.data(), detail::length(lines.tariffs.size()),
               lines.tariff_decimals, lines.volume_decimals, out.data(), detail::length(out.size()));
}

// Adds the amounts of lines up by group: sums[groups[line]].
inline void effort_sums(const effort &lines, span<const std::uint32_t> groups, cents_out sums) {
  detail::fits(lines.volumes.size(), lines.tariffs.size(), "volumes");
  detail::fits(groups.size(), lines.tariffs.size(), "groups");
  detail::call(tkg_effort_sums_i64, lines.tariffs.data(), lines.volumes.data(), groups.data(),
               detail::length(lines.tariffs.size()), lines.tariff_decimals, lines.volume_decimals, sums.data(),
               detail::length(sums.size()));
}

// One side of a corridor: from which deviations on, in percent of the lump sum, which percentage of what lies beyond.
struct breakpoints {
  span<const decimal> from = {};
  span<const decimal> share = {};
};

// Who bears what lies beyond a lump sum (Dutch: bandbreedte). Any number of threads may share it.
class corridor {
 public:
  corridor(const breakpoints &over, const breakpoints &under, std::uint32_t rules = TKG_RULES_VERSION) {
    detail::fits(over.share.size(), over.from.size(), "shares");
    detail::fits(under.share.size(), under.from.size(), "shares");
    handle_ = detail::made<owner>(tkg_corridor_new, rules, detail::raw(over.from), detail::raw(over.share),
                                  detail::length(over.from.size()), detail::raw(under.from), detail::raw(under.share),
                                  detail::length(under.from.size()));
  }
  // What each provider gets, of a lump sum and what care would have cost by effort (Dutch: schaduwkosten).
  void settle(cents lump_sums, cents shadow_costs, cents_out out, const rounding &to = {}, const batch &how = {}) const {
    detail::fits(shadow_costs.size(), lump_sums.size(), "shadow costs");
    detail::run(how, lump_sums.size())
        .call(tkg_corridor_settle_i64, raw(), lump_sums.data(), shadow_costs.data(), detail::length(lump_sums.size()),
              std::int32_t(to.mode), to.unit, out.data(), detail::length(out.size()));
  }
  const tkg_corridor *raw() const noexcept { return handle_.get(); }

 private:
  using owner = detail::handle<tkg_corridor, tkg_corridor_free>;
  owner handle_;
};

enum class correction : std::int32_t {
  ratio = TKG_INDEX_RATIO,
  difference = TKG_INDEX_DIFFERENCE,
  compounding = TKG_INDEX_COMPOUNDING,
};
enum class stage : std::int32_t { weighted = TKG_STAGE_WEIGHTED, each = TKG_STAGE_EACH };
enum class chaining : std::int32_t { on_rounded = TKG_CHAIN_ON_ROUNDED, from_base = TKG_CHAIN_FROM_BASE };

// Rises or weights of wages (Dutch: OVA) and prices (Dutch: PPC), in percent.
struct figures {
  decimal wages;
  decimal prices;
};
static_assert(sizeof(figures) == sizeof(tkg_index_figures), "an array of the one is an array of the other");

// How a contract is indexed (Dutch: indexatiebepaling); the weights are 100 together.
struct index_rule {
  figures weights;
  taakgericht::correction correction = taakgericht::correction::ratio;
  taakgericht::stage stage = taakgericht::stage::weighted;
  taakgericht::mode mode = taakgericht::mode::half_up;
  std::int32_t decimals = 2;
  std::uint32_t rules = TKG_RULES_VERSION;

  // The percentages that tariffs rise by in years that follow each other; see tkg_index_percents. With `first_of_contract`,
  // before[0] and became[0] are not read.
  void percents(std::int32_t first_year, span<const figures> provisional, span<const figures> before, span<const figures> became,
                bool first_of_contract, span<decimal> out) const {
    const std::size_t years = provisional.size(), needed = first_of_contract && years <= 1 ? 0 : years;
    detail::fits(before.size(), needed, "figures of the years before");
    detail::fits(became.size(), needed, "definitive figures");
    const tkg_index_rule rule = {sizeof(tkg_index_rule), rules,    std::int32_t(correction), std::int32_t(stage),
                                 std::int32_t(mode),     decimals, weights.wages.raw(),      weights.prices.raw()};
    detail::call(tkg_index_percents, &rule, first_year, raw(provisional), raw(before), raw(became), detail::length(years),
                 std::int32_t{first_of_contract}, reinterpret_cast<tkg_decimal *>(out.data()), detail::length(out.size()));
  }

 private:
  static const tkg_index_figures *raw(span<const figures> all) noexcept {
    return reinterpret_cast<const tkg_index_figures *>(all.data());
  }
};

// Indexes tariffs in cents from year to year, one year for each percentage: out[year * tariffs.size() + row].
inline void index_tariffs(cents tariffs, span<const decimal> percents, std::int32_t first_year, chaining from, cents_out out,
                          const rounding &to = {}, std::uint32_t rules = TKG_RULES_VERSION) {
  detail::call(tkg_index_tariffs_i64, rules, tariffs.data(), detail::length(tariffs.size()), detail::raw(percents),
               detail::length(percents.size()), first_year, std::int32_t(from), std::int32_t(to.mode), to.unit, out.data(),
               detail::length(out.size()));
}

// ---- pools ----------------------------------------------------------------------------------------------------------

enum class model : std::int32_t {
  actual_use = TKG_MODEL_ACTUAL_USE,
  insurance = TKG_MODEL_INSURANCE,
  blend = TKG_MODEL_BLEND,
  corridor = TKG_MODEL_CORRIDOR,
  stop_loss = TKG_MODEL_STOP_LOSS,
};
enum class netting : std::int32_t {
  netted = TKG_NETTING_NETTED,
  each_side = TKG_NETTING_EACH_SIDE,
  overspends_only = TKG_NETTING_OVERSPENDS_ONLY,
};
enum class residual : std::int32_t {
  largest = TKG_RESIDUAL_LARGEST,
  cumulative = TKG_RESIDUAL_CUMULATIVE,
  first = TKG_RESIDUAL_FIRST,
  last = TKG_RESIDUAL_LAST,
};

// How a pool shares its cost; what the model does not use is not read. See tkg_pool_terms.
struct pool_terms {
  taakgericht::model model = taakgericht::model::actual_use;
  decimal share = {};
  taakgericht::netting netting = taakgericht::netting::netted;
  std::int64_t threshold = 0;
  std::int64_t ceiling = TKG_MISSING;
  std::int64_t levy = 0;
  taakgericht::residual residual = taakgericht::residual::largest;
  taakgericht::tie tie = taakgericht::tie::first;
  std::uint32_t rules = TKG_RULES_VERSION;

  tkg_pool_terms raw() const noexcept {
    return {sizeof(tkg_pool_terms), rules,       std::int32_t(model), std::int32_t(netting), std::int32_t(residual),
            std::int32_t(tie),      share.raw(), threshold,           ceiling,               levy};
  }
};

// A year to settle, with an amount for each member; those that may be empty are zeros then.
struct pool_year {
  cents costs = {};
  cents outside = {};
  cents contributions = {};
  // For a stop-loss: member m has the clients client_costs[client_offsets[m]] up to client_costs[client_offsets[m + 1]].
  cents client_offsets = {};
  cents client_costs = {};
};

// A pool of members, which are positions in columns. Any number of threads may share it.
class pool {
 public:
  pool(const pool_terms &terms, cents key, cents underspend_key = {}) : size_(key.size()) {
    members(underspend_key, "underspend weights");
    const tkg_pool_terms raw_terms = terms.raw();
    handle_ = detail::made<owner>(tkg_pool_new, &raw_terms, key.data(), underspend_key.data(), detail::length(size_));
  }
  std::size_t size() const noexcept { return size_; }

  // What each member finally bears, and what it pays or (below zero) receives.
  void settle(const pool_year &year, cents_out borne, cents_out transfers) const {
    detail::fits(year.costs.size(), size_, "costs");
    members(year.outside, "costs outside");
    members(year.contributions, "contributions");
    if (!year.client_offsets.empty()) {
      detail::fits(year.client_offsets.size(), size_ + 1, "offsets");
      detail::fits(year.client_costs.size(), detail::size_of(year.client_offsets[size_]), "clients");
    }
    detail::fits(transfers.size(), size_, "transfers");
    detail::call(tkg_pool_settle_i64, raw(), year.costs.data(), year.outside.data(), year.contributions.data(),
                 year.client_offsets.data(), year.client_costs.data(), borne.data(), transfers.data(),
                 detail::length(borne.size()));
  }
  const tkg_pool *raw() const noexcept { return handle_.get(); }

 private:
  using owner = detail::handle<tkg_pool, tkg_pool_free>;

  void members(cents amounts, const char *what) const {
    if (!amounts.empty()) detail::fits(amounts.size(), size_, what);
  }

  owner handle_;
  std::size_t size_;
};

// A payment between two members, which are positions counted from 0.
struct payment {
  std::int64_t from;
  std::int64_t to;
  std::int64_t amount;
};

// Reduces transfers to fewer payments than there are members.
inline std::vector<payment> payments(cents transfers) {
  const std::size_t most = transfers.empty() ? 0 : transfers.size() - 1;
  std::vector<std::int64_t> from(most), to(most), amounts(most);
  std::int64_t needed = 0;
  detail::call(tkg_payments_i64, transfers.data(), detail::length(transfers.size()), from.data(), to.data(), amounts.data(),
               detail::length(most), &needed);
  std::vector<payment> all;
  for (std::size_t at = 0; at < detail::size_of(needed); at++) all.push_back({from[at], to[at], amounts[at]});
  return all;
}

// ---- operations on texts --------------------------------------------------------------------------------------------

// An argument of an operation: its name and its text.
struct argument {
  std::string_view name;
  std::string_view text;
};

// Carries out an operation by its name, call("split", {{"whole", "1.00"}, ...}): the results as JSON.
inline text call(std::string_view operation, span<const argument> arguments, std::uint32_t rules = TKG_RULES_VERSION) {
  std::vector<tkg_pair> pairs;
  pairs.reserve(arguments.size());
  for (const argument &one : arguments) {
    pairs.push_back({one.name.data(), detail::length(one.name.size()), one.text.data(), detail::length(one.text.size())});
  }
  return text(detail::given<tkg_text *>(tkg_call, rules, operation.data(), detail::length(operation.size()),
                                        static_cast<const tkg_pair *>(pairs.data()), detail::length(pairs.size())));
}
inline text call(std::string_view operation, std::initializer_list<argument> arguments,
                 std::uint32_t rules = TKG_RULES_VERSION) {
  return call(operation, span<const argument>(arguments), rules);
}

// What `call` can do, as JSON.
inline text operations() { return text(detail::given<tkg_text *>(tkg_operations)); }

// ---- scenarios ------------------------------------------------------------------------------------------------------

// A text with its name; both belong to somebody else.
struct file {
  std::string_view name;
  std::string_view text;

  tkg_file raw() const noexcept {
    return {name.data(), detail::length(name.size()), text.data(), detail::length(text.size())};
  }
};

namespace detail {

inline std::vector<tkg_file> raw(span<const file> files) {
  std::vector<tkg_file> all;
  all.reserve(files.size());
  for (const file &one : files) all.push_back(one.raw());
  return all;
}

inline std::string contents(const std::string &path) {
  std::ifstream from(path, std::ios::binary);
  if (!from) throw std::runtime_error(path + ": cannot be opened");
  return {std::istreambuf_iterator<char>(from), std::istreambuf_iterator<char>()};
}

}  // namespace detail

// A municipality.
struct party {
  std::string_view code;
  std::string_view name;
  std::int32_t division;
};

namespace detail {

inline party party_of(const tkg_outcome *outcome, std::int64_t position) {
  const auto found = filled<tkg_party>(tkg_outcome_party, outcome, position);
  return {found.code, found.name, found.division};
}

}  // namespace detail

enum class role : std::int32_t { part = TKG_ROLE_PART, memo = TKG_ROLE_MEMO, total = TKG_ROLE_TOTAL };

// A column of a statement; the amounts are where the outcome has them.
struct column {
  std::string_view name;
  taakgericht::role role;
  std::int64_t total;
  cents amounts;
};

class outcome;

// An allocation statement (Dutch: verdeelstaat): columns of amounts, with a row for each party. It belongs to the outcome.
class statement {
 public:
  std::string_view id() const noexcept { return raw_.id; }
  std::optional<std::int64_t> year() const noexcept {
    return raw_.year == TKG_MISSING ? std::nullopt : std::optional<std::int64_t>(raw_.year);
  }
  std::size_t rows() const noexcept { return detail::size_of(raw_.rows); }
  std::size_t columns() const noexcept { return detail::size_of(raw_.columns); }

  // The party of a row.
  taakgericht::party party(std::size_t row) const {
    detail::fits(rows(), row + 1, "a row");
    return detail::party_of(outcome_, raw_.parties[row]);
  }
  taakgericht::column column(std::size_t position) const {
    const auto found = detail::filled<tkg_column>(tkg_outcome_column, outcome_, position_, detail::length(position));
    return {found.name, taakgericht::role(found.role), found.total, {found.amounts, detail::size_of(found.rows)}};
  }
  taakgericht::column column(std::string_view name) const {
    const std::int64_t size = detail::length(name.size());
    return column(detail::size_of(
        detail::given<std::int64_t>(tkg_outcome_find_column, outcome_, position_, name.data(), size)));
  }
  std::int64_t position() const noexcept { return position_; }

 private:
  friend class outcome;
  statement(const tkg_outcome *of, std::int64_t position)
      : outcome_(of), position_(position), raw_(detail::filled<tkg_statement>(tkg_outcome_statement, of, position)) {}

  const tkg_outcome *outcome_;
  std::int64_t position_;
  tkg_statement raw_;
};

enum class language : std::int32_t { english = TKG_LANGUAGE_EN, dutch = TKG_LANGUAGE_NL };

// What came out of a scenario. Any number of threads may share it.
class outcome {
 public:
  explicit outcome(tkg_outcome *made) noexcept : handle_(made) {}

  // How many statements there are.
  std::size_t size() const { return detail::size_of(detail::given<std::int64_t>(tkg_outcome_statements, raw())); }
  taakgericht::statement statement(std::size_t position) const & { return {raw(), detail::length(position)}; }
  taakgericht::statement statement(std::string_view id) const & {
    const std::int64_t size = detail::length(id.size());
    return {raw(), detail::given<std::int64_t>(tkg_outcome_find_statement, raw(), id.data(), size)};
  }
  // A statement of an outcome that nobody keeps would outlive it.
  taakgericht::statement statement(std::size_t) const && = delete;
  taakgericht::statement statement(std::string_view) const && = delete;
  // How many parties there are; they stand in the order of their codes.
  std::size_t parties() const { return detail::size_of(detail::given<std::int64_t>(tkg_outcome_parties, raw())); }
  taakgericht::party party(std::size_t position) const { return detail::party_of(raw(), detail::length(position)); }
  // A statement as a table of Arrow; whoever asks, calls release of both.
  void arrow(std::int64_t statement, ArrowSchema &schema, ArrowArray &array, arrow_type amounts = arrow_type::decimal) const {
    detail::call(tkg_outcome_arrow, raw(), statement, std::int32_t(amounts), &schema, &array);
  }
  // What was found about the published tables (Dutch: aansluiting), as JSON with words of a language.
  text findings(language words = language::english) const {
    return text(detail::given<tkg_text *>(tkg_outcome_findings, raw(), std::int32_t(words)));
  }
  // The whole outcome as JSON.
  text json() const { return text(detail::given<tkg_text *>(tkg_outcome_json, raw())); }

  const tkg_outcome *raw() const noexcept { return handle_.get(); }

 private:
  detail::handle<tkg_outcome, tkg_outcome_free> handle_;
};

// A scenario that was read and proved. Any number of threads may share it.
class scenario {
 public:
  // From texts; the library opens no file.
  scenario(const file &main, span<const file> files) {
    const tkg_file first = main.raw();
    const std::vector<tkg_file> others = detail::raw(files);
    handle_ = detail::made<owner>(tkg_scenario_read, &first, others.data(), detail::length(others.size()));
  }

  // From a file, and the tables that it names from files beside it.
  static scenario read(const std::string &path);

  outcome run() const { return outcome(detail::given<tkg_outcome *>(tkg_scenario_run, raw())); }
  // Explains a figure, "rta-groningen/2016/directe_zorg/Bedum", down to its inputs, as JSON.
  text explain(std::string_view figure) const {
    const std::int64_t size = detail::length(figure.size());
    return text(detail::given<tkg_text *>(tkg_scenario_explain, raw(), figure.data(), size));
  }

  const tkg_scenario *raw() const noexcept { return handle_.get(); }

 private:
  using owner = detail::handle<tkg_scenario, tkg_scenario_free>;
  owner handle_;
};

// Everything that is wrong with a scenario, as JSON.
inline text diagnose(const file &main, span<const file> files) {
  const tkg_file first = main.raw();
  const std::vector<tkg_file> others = detail::raw(files);
  const std::int64_t count = detail::length(others.size());
  return text(detail::given<tkg_text *>(tkg_scenario_diagnose, &first, others.data(), count));
}

// The names of the tables that a scenario needs, each on a line of its own.
inline text table_names(const file &main) {
  const tkg_file first = main.raw();
  return text(detail::given<tkg_text *>(tkg_scenario_files, &first));
}

// The texts of a scenario and of its tables, read from files.
class scenario_files {
 public:
  explicit scenario_files(const std::string &path) : name_(path), text_(detail::contents(path)) {
    const std::size_t slash = path.find_last_of("/\\");
    const std::string folder = slash == std::string::npos ? "" : path.substr(0, slash + 1);
    const text needed = table_names(main());
    std::string_view rest = needed.view();
    while (!rest.empty()) {
      const std::size_t end = rest.find('\n');
      names_.emplace_back(rest.substr(0, end));
      texts_.push_back(detail::contents(folder + names_.back()));
      rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
  }
  file main() const noexcept { return {name_, text_}; }
  std::vector<file> tables() const {
    std::vector<file> all;
    for (std::size_t at = 0; at < names_.size(); at++) all.push_back({names_[at], texts_[at]});
    return all;
  }

 private:
  std::string name_, text_;
  std::vector<std::string> names_, texts_;
};

inline scenario scenario::read(const std::string &path) {
  const scenario_files files(path);
  const std::vector<file> tables = files.tables();
  return scenario(files.main(), tables);
}

}  // namespace taakgericht

#endif  // TAAKGERICHT_HPP
