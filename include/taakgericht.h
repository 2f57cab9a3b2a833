/*
 * taakgericht: divides Dutch youth-care money exactly. This header is the manual.
 *
 * Generated from bindings/c/src by the test `header`; do not edit.
 *
 * Money      int64_t, in euro cents. TKG_MISSING (INT64_MIN) is no amount: it is never a result, and
 *            TKG_E_MISSING where an amount is asked for. There is no binary floating-point number here, and
 *            nothing is rounded unasked.
 * Status     A call gives TKG_OK, or why not. The words of a failure stand in the tkg_error that you pass as
 *            the last argument; NULL for no words. After a failure, buffers are unspecified, never written
 *            beyond their length, and a handle that was to be made is NULL. Beside the statuses that a function
 *            names, every call can give: TKG_E_NULL for a pointer that may not be NULL; TKG_E_ARGUMENT for a
 *            length or a choice that there is not, a misaligned pointer, or memory that two arguments share;
 *            TKG_E_ABI for a struct_size; TKG_E_BUFFER; TKG_E_UNREADABLE for a text that is no UTF-8;
 *            TKG_E_OVERFLOW for counts whose product is beyond all memory; TKG_E_NOMEM; TKG_E_INTERNAL.
 * Lengths    int64_t, in elements; of text in bytes, where -1 says that a NUL ends it. Text is UTF-8.
 * Ownership  Every call borrows what it is given, for as long as it runs. Only tkg_..._free takes a handle.
 *            Handles hold copies, so they can be freed in any order. What a struct that was given points at
 *            belongs to the handle that was asked.
 * Threads    "Any thread" is said of every call that any number of threads may be in at once. A handle does not
 *            change, so threads may share it; a tkg_error and a buffer belong to one call at a time. The
 *            library starts no threads.
 * Structs    A struct with a struct_size has to say its sizeof there before the call. It may grow at its end: a
 *            later library takes the smaller one too. Of one that is larger than the library knows, TKG_E_ABI
 *            where it is read; where it is written, the end is left alone. Structs without a struct_size never
 *            change.
 * Memory     What a call needs for the counts that it is given is asked for first: TKG_E_NOMEM. A process that has
 *            no memory left for the rest ends, as other programs do. 512 kB of stack are enough for every call,
 *            whatever a text holds. No call is for a signal handler.
 * Mistakes   A panic inside the library is TKG_E_INTERNAL, and prints nothing. A build with debug assertions
 *            tells a handle that was freed, or is of another type, as TKG_E_ARGUMENT, and does not free it; other
 *            builds do not look.
 * Versions   TKG_ABI_VERSION is in the SONAME. Within one, functions, statuses and fields at the end of structs
 *            are added and nothing else changes; for one rules_version, results never change. Call
 *            tkg_check_abi first.
 * Linking    Use the shared library, and leave it loaded. The static one is for programs with no other Rust
 *            library in them.
 */


#ifndef TAAKGERICHT_H
#define TAAKGERICHT_H

#include <stdint.h>

#if defined(_WIN32)
#  define TKG_CALL __cdecl
#  if defined(TKG_STATIC)
#    define TKG_API
#  else
#    define TKG_API __declspec(dllimport)
#  endif
#else
#  define TKG_CALL
#  define TKG_API
#endif

/* The C data interface of Apache Arrow, word for word as its specification has it; a program may have it already. */
#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE

#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4

struct ArrowSchema {
  const char* format;
  const char* name;
  const char* metadata;
  int64_t flags;
  int64_t n_children;
  struct ArrowSchema** children;
  struct ArrowSchema* dictionary;
  void (*release)(struct ArrowSchema*);
  void* private_data;
};

struct ArrowArray {
  int64_t length;
  int64_t null_count;
  int64_t offset;
  int64_t n_buffers;
  int64_t n_children;
  const void** buffers;
  struct ArrowArray** children;
  struct ArrowArray* dictionary;
  void (*release)(struct ArrowArray*);
  void* private_data;
};

#endif  /* ARROW_C_DATA_INTERFACE */


// The number of the ABI, and of the SONAME; it changes only when programs have to be compiled again.
#define TKG_ABI_VERSION 1

// The version of the library that this header came with: its first number.
#define TKG_VERSION_MAJOR 0

// Its second number.
#define TKG_VERSION_MINOR 1

// Its third number.
#define TKG_VERSION_PATCH 0

// The rules of this version, for tkg_split.rules_version. Results of one version of the rules never change.
#define TKG_RULES_VERSION 1

// It was done.
#define TKG_OK 0

// A pointer that may not be NULL is.
#define TKG_E_NULL (-1)

// A negative length, a number that is no such choice, a misaligned pointer, buffers that overlap, a freed handle.
#define TKG_E_ARGUMENT (-2)

// The buffer is too short; nothing was written to it.
#define TKG_E_BUFFER (-3)

// This library does not have what was asked for, such as a version of the rules.
#define TKG_E_STATE (-4)

// The header is of another ABI than the library, or a struct_size is none of this ABI.
#define TKG_E_ABI (-5)

// The file is no well-formed TOML or CSV, or no UTF-8.
#define TKG_E_SYNTAX (-20)

// A key or column that the format does not know.
#define TKG_E_UNKNOWN_KEY (-21)

// A key, column, cell or amount that must be there is not (TKG_MISSING).
#define TKG_E_MISSING (-22)

// The same name, party or line stands there twice.
#define TKG_E_DUPLICATE (-23)

// A name that nothing carries.
#define TKG_E_UNKNOWN_NAME (-24)

// A value of another type or shape than the format asks for.
#define TKG_E_WRONG_TYPE (-25)

// Text that is no number, amount, percentage, year or code.
#define TKG_E_UNREADABLE (-26)

// Text that could mean two things, such as "1.234".
#define TKG_E_AMBIGUOUS (-27)

// A value outside the range that the rule allows.
#define TKG_E_OUT_OF_RANGE (-28)

// Columns that belong together differ in length.
#define TKG_E_LENGTH (-29)

// A weight below zero.
#define TKG_E_NEGATIVE_WEIGHT (-30)

// The weights add up to zero.
#define TKG_E_ZERO_WEIGHTS (-31)

// The entries of a key do not add up to what was stated, or are not those that were frozen.
#define TKG_E_KEY_SUM (-32)

// The whole is no multiple of the unit, or the unit is not above zero.
#define TKG_E_UNIT (-33)

// Floors and ceilings that no division can satisfy.
#define TKG_E_BOUNDS (-34)

// A tie that TKG_TIE_REFUSE leaves to a person.
#define TKG_E_TIE (-35)

// A schedule whose lines do not add up to 100%.
#define TKG_E_SCHEDULE_SUM (-36)

// A waterfall that does not use up its base, or whose lines refer to each other in a circle.
#define TKG_E_WATERFALL (-37)

// A memo column was added as if it were a part.
#define TKG_E_MEMO (-38)

// Prescribed totals that no rounded table can meet.
#define TKG_E_TABLE_CONFLICT (-39)

// The exact result does not fit.
#define TKG_E_OVERFLOW (-40)

// Digits would be lost.
#define TKG_E_INEXACT (-41)

// Parties of different municipal divisions were mixed.
#define TKG_E_DIVISION (-42)

// Pools that contradict each other.
#define TKG_E_POOL (-43)

// The run was cancelled by its token or by its progress function.
#define TKG_E_CANCELLED (-60)

// There is not as much memory as the call needs.
#define TKG_E_NOMEM (-61)

// A mistake in the library, caught before it could do harm: please report it.
#define TKG_E_INTERNAL (-99)

// The most decimals that a tkg_decimal has.
#define TKG_MAX_SCALE 28

// The number that is no amount: what is missing. It is never a result, and TKG_E_MISSING where an amount is asked
// for.
#define TKG_MISSING INT64_MIN

// Notations of amounts. Digits and a point: "1234.56".
#define TKG_NOTATION_PLAIN 0

// Dutch: "1.234,56", with a euro sign or without.
#define TKG_NOTATION_DUTCH 1

// Whichever of the two has a meaning; TKG_E_AMBIGUOUS where both have one, as "1.234".
#define TKG_NOTATION_EITHER 2

// Methods, for tkg_split.method. The units left over go to the largest remainders (Hamilton; Dutch: grootste
// resten).
#define TKG_METHOD_LARGEST_REMAINDER 0

// Every running total is rounded, a half up; a part is the difference of two. Goes by the order of the weights.
#define TKG_METHOD_CUMULATIVE 1

// Everyone gets the whole units of the exact share; the first with a weight takes the rest.
#define TKG_METHOD_FIRST_TAKES_REST 2

// As before; the last with a weight takes the rest (Dutch: sluitpost).
#define TKG_METHOD_LAST_TAKES_REST 3

// The divisor method that rounds at the half (Webster, Sainte-Lague).
#define TKG_METHOD_WEBSTER 4

// The divisor method that rounds down (Jefferson, D'Hondt).
#define TKG_METHOD_JEFFERSON 5

// The divisor method that rounds up (Adams).
#define TKG_METHOD_ADAMS 6

// The divisor method that rounds at the geometric mean (Huntington-Hill).
#define TKG_METHOD_HUNTINGTON_HILL 7

// Tie rules: who gets the last units where claims are equal. In the order of the weights.
#define TKG_TIE_FIRST 0

// The last of those who tie.
#define TKG_TIE_LAST 1

// The one with the largest weight; of equal weights, the first.
#define TKG_TIE_LARGEST_WEIGHT 2

// Nobody: the tie is TKG_E_TIE, for a person to decide.
#define TKG_TIE_REFUSE 3

// Rules, for tkg_line.rule. A percentage of the whole budget, or of an earlier line (Dutch: percentage van de
// grondslag).
#define TKG_RULE_SHARE 0

// A percentage of what the parts before it have left (Dutch: percentage van het restant).
#define TKG_RULE_SHARE_OF_REST 1

// The same amount whatever the budget is (Dutch: vast bedrag).
#define TKG_RULE_FIXED 2

// All that the parts before it have left (Dutch: restpost).
#define TKG_RULE_RESIDUAL 3

// The base of a line that takes a share of the whole budget.
#define TKG_BASE_WHOLE (-1)

// Readings of the State's cut. Percentage points that include the cut that the base already lacks: 8.5% - 3.5% is
// 5% of the base.
#define TKG_READING_CUMULATIVE_POINTS 0

// The printed percentage of the base, as if it lacked no cut yet: 8.5%.
#define TKG_READING_LITERAL 1

// Percentages of the budget without cuts, so that 1 - (1 - 8.5%) / (1 - 3.5%) of the base goes.
#define TKG_READING_COMPOUNDING 2

// Rounding modes. To the nearest; a half goes away from zero (Dutch: rekenkundig).
#define TKG_MODE_HALF_UP 0

// To the nearest; a half goes to the even multiple.
#define TKG_MODE_HALF_EVEN 1

// To the nearest; a half goes towards zero.
#define TKG_MODE_HALF_DOWN 2

// Away from zero.
#define TKG_MODE_UP 3

// Towards zero (Dutch: afkappen).
#define TKG_MODE_DOWN 4

// To the multiple below.
#define TKG_MODE_FLOOR 5

// To the multiple above.
#define TKG_MODE_CEILING 6

// Not at all: a number between two multiples is TKG_E_INEXACT.
#define TKG_MODE_EXACT 7

// At face value the figure is exactly what it should be (Dutch: sluit aan).
#define TKG_VERDICT_HOLDS 0

// There is a gap, and rounding explains it (Dutch: verklaarbaar door afronding).
#define TKG_VERDICT_EXPLAINED 1

// Rounding explains the gap only if one of the figures was rounded another way than is said.
#define TKG_VERDICT_ONLY_IF 2

// Rounding does not explain the gap (Dutch: fout).
#define TKG_VERDICT_ERROR 3

// Corrections, for tkg_index_rule.method, of the provisional rise c by last year, which was p and became d: c +
// (1+d)/(1+p) - 1: by how much its definitive level d exceeds the provisional one p.
#define TKG_INDEX_RATIO 0

// The difference in percentage points: c + (d - p).
#define TKG_INDEX_DIFFERENCE 1

// From last year's definitive level to this year's, off the level that was paid: (1+c)*(1+d)/(1+p) - 1.
#define TKG_INDEX_COMPOUNDING 2

// Stages, for tkg_index_rule.stage. Wages and prices are weighed before they are corrected.
#define TKG_STAGE_WEIGHTED 0

// They are corrected each by itself, and then weighed.
#define TKG_STAGE_EACH 1

// Ways to go on from year to year. Next year's tariff is reckoned from the rounded tariff of the year before.
#define TKG_CHAIN_ON_ROUNDED 0

// It is reckoned from the tariff of the base year, by all indices since.
#define TKG_CHAIN_FROM_BASE 1

// Sharing models, for tkg_pool_terms.model. Everyone bears the cost of the own clients (Dutch: profijtbeginsel).
#define TKG_MODEL_ACTUAL_USE 0

// Everyone bears a share of all cost by the key (Dutch: verzekeringsmodel).
#define TKG_MODEL_INSURANCE 1

// The share tkg_pool_terms.share of every cost is pooled (Dutch: mengvorm).
#define TKG_MODEL_BLEND 2

// A deviation from the contribution is one's own within the band tkg_pool_terms.share (Dutch: bandbreedte).
#define TKG_MODEL_CORRIDOR 3

// Of what a client costs above the threshold, tkg_pool_terms.share is pooled (Dutch: hoge-kostenregeling).
#define TKG_MODEL_STOP_LOSS 4

// What a corridor does with deviations, for tkg_pool_terms.netting. Underspends pay for overspends first, and what
// is left is divided by the key.
#define TKG_NETTING_NETTED 0

// Overspends are borne, and underspends given back, each by its own key.
#define TKG_NETTING_EACH_SIDE 1

// Overspends are borne; whoever underspends keeps that.
#define TKG_NETTING_OVERSPENDS_ONLY 2

// Who gets cents left over, for tkg_pool_terms.residual. Cents left over go to the largest remainders.
#define TKG_RESIDUAL_LARGEST 0

// Every running total is rounded.
#define TKG_RESIDUAL_CUMULATIVE 1

// The first who has an amount takes the rest.
#define TKG_RESIDUAL_FIRST 2

// The last who has an amount takes the rest.
#define TKG_RESIDUAL_LAST 3

// Roles of a column or a line. A part of the total of its row.
#define TKG_ROLE_PART 0

// Already inside another column: never add it (Dutch: waarvan).
#define TKG_ROLE_MEMO 1

// The whole that is divided.
#define TKG_ROLE_TOTAL 2

// Amounts as decimal128(19, 2), in euros: 16 bytes each, and every reader shows them as money.
#define TKG_ARROW_DECIMAL 0

// Amounts as int64, in cents; the metadata of the column say "unit" is "cent".
#define TKG_ARROW_INT64 1

// Languages of words for people. English, with "1,234.5".
#define TKG_LANGUAGE_EN 0

// Dutch, with "1.234,5".
#define TKG_LANGUAGE_NL 1

// A token by which any thread stops runs on other threads. Free it with tkg_cancel_free, after the runs that have
// it.
typedef struct tkg_cancel tkg_cancel;

// How much a cost may deviate from a lump sum, and who bears what lies beyond (Dutch: bandbreedte). It does not
// change, so any number of threads may use it at once. Free it with tkg_corridor_free.
typedef struct tkg_corridor tkg_corridor;

// What came out of a scenario. It does not change, so any number of threads may read it at once. Free it with
// tkg_outcome_free; every pointer that it gave is gone then.
typedef struct tkg_outcome tkg_outcome;

// Weights made ready for many divisions. It does not change, so any number of threads may use it at once. Free it
// with tkg_plan_free.
typedef struct tkg_plan tkg_plan;

// A pool of members, which are positions in columns. It does not change, so any number of threads may use it at
// once. Free it with tkg_pool_free. Pools within pools are in scenarios.
typedef struct tkg_pool tkg_pool;

// A scenario that was read and proved. It does not change, so any number of threads may use it at once. Free it with
// tkg_scenario_free; what was made from it stays good.
typedef struct tkg_scenario tkg_scenario;

// A text that the library made, such as an explanation as JSON. Free it with tkg_text_free. Any number of threads
// may read it at once.
typedef struct tkg_text tkg_text;

// Lines that a budget runs through, proved. It does not change, so any number of threads may use it at once. Free
// it with tkg_waterfall_free.
typedef struct tkg_waterfall tkg_waterfall;

// What a call gives back: TKG_OK, or why not. Take every other number as a failure, also one that is not here yet.
//
// -1 to -19: a mistake in the calling program. -20 to -59: the data. -60 to -79: this run, on this machine.
typedef int32_t tkg_status;

// What went wrong, in memory of the caller: no handle to free, no thread to stay on.
//
// Set struct_size to sizeof(tkg_error) before the first call, and pass the record as the last argument, or NULL.
// Every call with a record fills it in, TKG_OK too; a struct_size that is too small gives TKG_E_ABI, and nothing
// is done. The status decides; the wording of a message is for people and may change. Since 0.1.
typedef struct tkg_error {
  // In: sizeof(tkg_error). The library writes no further.
  uint32_t struct_size;
  // Out: what the call gave back.
  tkg_status code;
  // Out: the row of a batch, counted from 0; -1 where there is none.
  int64_t row;
  // Out: the position in an array, such as that of a weight, counted from 0; -1 where there is none.
  int64_t item;
  // Out: what it is about, such as "weights" or "year 2016". UTF-8, NUL-terminated, cut at a whole letter.
  char field[64];
  // Out: where, what was found, what was expected, and on a second line what to do. As `field`.
  char message[408];
} tkg_error;

// An exact decimal number of at most 96 bits: (hi, mid, lo) / 10^scale, with a sign. Plain data: copy it freely.
//
// Its 16 bytes on a little-endian machine are those of decimal.GetBits of .NET. Since 0.1.
typedef struct tkg_decimal {
  // The lowest 32 bits of the digits.
  uint32_t lo;
  // The 32 bits above these.
  uint32_t mid;
  // The highest 32 bits.
  uint32_t hi;
  // Must be 0.
  uint16_t reserved;
  // How many of the digits stand behind the point: 0 to TKG_MAX_SCALE.
  uint8_t scale;
  // 0x80 for a number below zero, otherwise 0x00; zero itself has 0x00 when the library writes it.
  uint8_t sign;
} tkg_decimal;

// How something is divided. Set every part; nothing is taken for granted. Plain data: copy it freely. Since 0.1.
typedef struct tkg_split {
  // sizeof(tkg_split).
  uint32_t struct_size;
  // TKG_RULES_VERSION, or an older version whose results are wanted; TKG_E_STATE for one that there is not.
  uint32_t rules_version;
  // One of TKG_METHOD_...
  int32_t method;
  // One of TKG_TIE_...
  int32_t tie_rule;
  // In cents: parts are multiples of it, and what is divided has to be one. 1 for cents.
  int64_t unit;
} tkg_split;

// Says how far a run is; a result other than TKG_OK cancels it.
//
// It is called on the thread of the run: at the start, when `done` is 0, once for every 1,024 rows, and at the end. It
// may call the library, but may not throw an exception or jump out; until the run comes back, it may not read or
// write the buffers of the run, nor free its handles.
typedef tkg_status (TKG_CALL *tkg_progress_fn)(void *ctx, int64_t done, int64_t total);

// How a long run is watched; pass NULL for a run that nobody watches. Every part but struct_size may be zero. It is
// read once, when the run begins.
// Since 0.1.
typedef struct tkg_run {
  // sizeof(tkg_run).
  uint32_t struct_size;
  // Must be 0.
  uint32_t flags;
  // Stops the run when it is set; or NULL. Borrowed.
  const struct tkg_cancel *cancel;
  // Hears how far the run is; or NULL.
  tkg_progress_fn progress;
  // What `progress` gets as its first argument.
  void *ctx;
} tkg_run;

// A line of a waterfall. Set every part; what its rule does not use is not read. Borrowed during the call. Since
// 0.1.
typedef struct tkg_line {
  // sizeof(tkg_line).
  uint32_t struct_size;
  // One of TKG_RULE_...
  int32_t rule;
  // TKG_ROLE_PART, or TKG_ROLE_MEMO for a line that is shown and never added.
  int32_t role;
  // For TKG_RULE_SHARE: TKG_BASE_WHOLE, or the position of an earlier line.
  int32_t base;
  // For TKG_RULE_SHARE and TKG_RULE_SHARE_OF_REST: 8.5 for 8.5%.
  struct tkg_decimal percent;
  // For TKG_RULE_FIXED: the amount in cents.
  int64_t fixed;
  // The least that it takes, in cents; TKG_MISSING for no least.
  int64_t floor;
  // The most that it takes, in cents; TKG_MISSING for no most.
  int64_t ceiling;
  // How long the name is, in bytes; -1 when a NUL ends it.
  int64_t name_length;
  // What it is called; every line has its own name.
  const char *name;
} tkg_line;

// How a contract is indexed (Dutch: indexatiebepaling). Set every part. Plain data: copy it freely. Since 0.1.
typedef struct tkg_index_rule {
  // sizeof(tkg_index_rule).
  uint32_t struct_size;
  // TKG_RULES_VERSION, or an older version.
  uint32_t rules_version;
  // One of TKG_INDEX_...
  int32_t method;
  // One of TKG_STAGE_...
  int32_t stage;
  // One of TKG_MODE_...: how the percentage is rounded.
  int32_t mode;
  // To how many decimals: 2 for 4.91%.
  int32_t decimals;
  // How much wages weigh, in percent; with prices 100.
  struct tkg_decimal wages;
  // How much prices weigh, in percent.
  struct tkg_decimal prices;
} tkg_index_rule;

// Rises of wages and prices, in percent. Plain data: copy it freely. Since 0.1.
typedef struct tkg_index_figures {
  // The rise of wages (Dutch: OVA).
  struct tkg_decimal wages;
  // The rise of prices (Dutch: PPC).
  struct tkg_decimal prices;
} tkg_index_figures;

// How a pool shares its cost. Set every part; what the model does not use is not read. Plain data: copy it freely.
// Since 0.1.
typedef struct tkg_pool_terms {
  // sizeof(tkg_pool_terms).
  uint32_t struct_size;
  // TKG_RULES_VERSION, or an older version.
  uint32_t rules_version;
  // One of TKG_MODEL_...
  int32_t model;
  // For a corridor: one of TKG_NETTING_...
  int32_t netting;
  // Who gets the cents left over: one of TKG_RESIDUAL_...
  int32_t residual;
  // Who goes first where remainders are equal: one of TKG_TIE_...
  int32_t tie_rule;
  // In percent: what is pooled of a blend, the band of a corridor, what is ceded of a stop-loss.
  struct tkg_decimal share;
  // For a stop-loss: what a client costs up to here, in cents, is one's own.
  int64_t threshold;
  // For a stop-loss: what a client costs above this is one's own again; TKG_MISSING for no such limit.
  int64_t ceiling;
  // What the members bear beyond the cost, by the key: into a reserve, or below zero out of it. 0 for no reserve.
  int64_t levy;
} tkg_pool_terms;

// An argument of tkg_call: its name and its text.
//
// Borrowed during the call. Lengths are in bytes, -1 when a NUL ends the text. Since 0.1.
typedef struct tkg_pair {
  // What the argument is called, "weights".
  const char *name;
  // How long the name is.
  int64_t name_length;
  // What it is, in UTF-8: "1 1 2".
  const char *text;
  // How long the text is.
  int64_t text_length;
} tkg_pair;

// A text with its name. The library opens no file: a program reads the texts, and says what they are called.
//
// Borrowed during the call, and copied. Lengths are in bytes, -1 when a NUL ends the text. Since 0.1.
typedef struct tkg_file {
  // The name that the scenario has for it, such as "data/bmwe_budget_2015.csv"; for a main text, what errors
  // call it.
  const char *name;
  // How long the name is.
  int64_t name_length;
  // The text itself, in UTF-8.
  const char *text;
  // How long the text is.
  int64_t text_length;
} tkg_file;

// An allocation statement (Dutch: verdeelstaat): columns of amounts, with a row for each party. Set struct_size;
// what it points at belongs to the outcome. Since 0.1.
typedef struct tkg_statement {
  // In: sizeof(tkg_statement).
  uint32_t struct_size;
  // Out: 0.
  uint32_t reserved;
  // Out: the year, for a year of a schedule or of a pool; otherwise TKG_MISSING.
  int64_t year;
  // Out: how many rows every column has.
  int64_t rows;
  // Out: how many columns there are.
  int64_t columns;
  // Out: its name, "rta-groningen/2016". UTF-8, NUL-terminated.
  const char *id;
  // Out: for each row, the position of its party, for tkg_outcome_party.
  const int64_t *parties;
} tkg_statement;

// A column of a statement. Set struct_size; what it points at belongs to the outcome. Since 0.1.
typedef struct tkg_column {
  // In: sizeof(tkg_column).
  uint32_t struct_size;
  // Out: one of TKG_ROLE_...
  int32_t role;
  // Out: how many amounts there are.
  int64_t rows;
  // Out: the sum of the amounts, in cents.
  int64_t total;
  // Out: its name. UTF-8, NUL-terminated.
  const char *name;
  // Out: one amount in cents for each row; none is TKG_MISSING.
  const int64_t *amounts;
} tkg_column;

// A municipality. Set struct_size; the texts belong to the outcome. Since 0.1.
typedef struct tkg_party {
  // In: sizeof(tkg_party).
  uint32_t struct_size;
  // Out: the year of the municipal division to which the code belongs (Dutch: indelingsjaar).
  int32_t division;
  // Out: its code, "GM0005". NUL-terminated.
  const char *code;
  // Out: its name, as the table prints it. UTF-8, NUL-terminated.
  const char *name;
} tkg_party;

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

// The number of the ABI of the library that runs.
//
// Any thread. Since 0.1.
TKG_API uint32_t TKG_CALL tkg_abi_version(void);

// The version of the library that runs, "0.1.0".
//
// ASCII, NUL-terminated, and static: never free it. Any thread. Since 0.1.
TKG_API const char *TKG_CALL tkg_version(void);

// The newest version of the rules that the library that runs carries out; it carries out the older ones too.
//
// Any thread. Since 0.1.
TKG_API uint32_t TKG_CALL tkg_rules_version(void);

// Whether the library that runs fits the header that a program was compiled with. Call it first:
// tkg_check_abi(TKG_ABI_VERSION, TKG_VERSION_MINOR, &err).
//
// TKG_E_ABI when the library is of another ABI, or is older than the header. Any thread. Since 0.1.
TKG_API tkg_status TKG_CALL tkg_check_abi(uint32_t header_abi, uint32_t header_minor, tkg_error *err);

// The name of a status, "TKG_E_OVERFLOW"; "unknown" for a number that this library does not have.
//
// ASCII, NUL-terminated, and static: never free it. Any thread. Since 0.1.
TKG_API const char *TKG_CALL tkg_status_name(tkg_status status);

// The kind of a status of data in a word, "key-sum" for TKG_E_KEY_SUM, as tkg_scenario_diagnose and the worked
// examples of tests/corpus write it; "" for TKG_OK and for a status that is not about data.
//
// ASCII, NUL-terminated, and static: never free it. Any thread. Since 0.1.
TKG_API const char *TKG_CALL tkg_status_kind(tkg_status status);

// Reads a number such as "-1234.56": digits, and a point before the decimals; its decimals are kept as written.
//
// No exponent, no spaces, no thousands; nothing is rounded. `length` is in bytes, -1 when a NUL ends the text.
// `out` may not be NULL. TKG_E_UNREADABLE; TKG_E_OVERFLOW for more than 96 bits or 28 decimals. Any thread. Since
// 0.1.
TKG_API tkg_status TKG_CALL tkg_decimal_parse(const char *text, int64_t length, tkg_decimal *out, tkg_error *err);

// Writes a number as "-1234.56", with all its decimals, in ASCII with a NUL behind it.
//
// `needed`, which may be NULL, is the length without the NUL, also when the buffer is too short (TKG_E_BUFFER).
// `buffer` may be NULL when `cap` is 0. 32 bytes are enough for every number. TKG_E_ARGUMENT when it is no number.
// Any thread. Since 0.1.
TKG_API tkg_status TKG_CALL tkg_decimal_format(const tkg_decimal *number, char *buffer, int64_t cap, int64_t *needed,
    tkg_error *err);

// The number unscaled / 10^scale: 123456 and 2 give 1234.56.
//
// `out` may not be NULL. TKG_E_MISSING for TKG_MISSING; TKG_E_ARGUMENT for a scale outside 0 to 28. Any thread.
// Since 0.1.
TKG_API tkg_status TKG_CALL tkg_decimal_from_i64(int64_t unscaled, int32_t scale, tkg_decimal *out, tkg_error *err);

// The whole number number * 10^scale: 1234.56 and 2 give 123456. Nothing is rounded.
//
// `number` and `out` may not be NULL. TKG_E_INEXACT when digits would be lost; TKG_E_OVERFLOW when it does not fit;
// TKG_E_ARGUMENT when it is no number, or for a scale outside 0 to 28. Any thread. Since 0.1.
TKG_API tkg_status TKG_CALL tkg_decimal_to_i64(const tkg_decimal *number, int32_t scale, int64_t *out, tkg_error *err);

// Reads an amount in euros into cents: "1234.56", or "€ 1.234,56" in Dutch notation. Nothing is rounded.
//
// `length` is in bytes, -1 when a NUL ends the text. `cents` may not be NULL. TKG_E_UNREADABLE; TKG_E_AMBIGUOUS
// when it could mean two amounts; TKG_E_INEXACT when it is not whole cents; TKG_E_OVERFLOW; TKG_E_ARGUMENT for a
// notation that there is not. Any thread. Since 0.1.
TKG_API tkg_status TKG_CALL tkg_amount_parse(const char *text, int64_t length, int32_t notation, int64_t *cents,
    tkg_error *err);

// Writes cents as euros, "1234.56" or "1.234,56", in ASCII with a NUL behind it. TKG_NOTATION_EITHER is
// TKG_E_ARGUMENT.
//
// `needed`, which may be NULL, is the length without the NUL, also when the buffer is too short (TKG_E_BUFFER).
// `buffer` may be NULL when `cap` is 0. 32 bytes are enough for every amount. TKG_E_MISSING for TKG_MISSING. Any
// thread. Since 0.1.
TKG_API tkg_status TKG_CALL tkg_amount_format(int64_t cents, int32_t notation, char *buffer, int64_t cap,
    int64_t *needed, tkg_error *err);

// Makes a plan from `count` weights that are whole numbers, such as inhabitants.
//
// `split` and `out` may not be NULL; `weights` not unless `count` is 0. They are copied. TKG_E_NEGATIVE_WEIGHT
// with the item; TKG_E_ZERO_WEIGHTS; TKG_E_MISSING for a weight of TKG_MISSING; TKG_E_UNIT; TKG_E_STATE for rules
// that there are not; TKG_E_ARGUMENT for a method or a tie rule that there is not; TKG_E_ABI for its struct_size;
// TKG_E_OVERFLOW when TKG_METHOD_HUNTINGTON_HILL gets weights of more than 62 bits; TKG_E_NOMEM. Any thread. Since
// 0.1.
TKG_API tkg_status TKG_CALL tkg_plan_new(const tkg_split *split, const int64_t *weights, int64_t count, tkg_plan **out,
    tkg_error *err);

// Makes a plan from `count` weights that are decimal numbers, such as percentages.
//
// As tkg_plan_new; TKG_E_ARGUMENT, with the item, for a weight that is no number. Any thread. Since 0.1.
TKG_API tkg_status TKG_CALL tkg_plan_new_decimal(const tkg_split *split, const tkg_decimal *weights, int64_t count,
    tkg_plan **out, tkg_error *err);

// How many weights a plan has, and so how many parts. None may be NULL. Any thread. Since 0.1.
TKG_API tkg_status TKG_CALL tkg_plan_count(const tkg_plan *plan, int64_t *count, tkg_error *err);

// Frees a plan; NULL is fine. Since 0.1.
TKG_API void TKG_CALL tkg_plan_free(tkg_plan *plan);

// Makes a plan from `count` parties with ids, such as the codes of municipalities, and weights that are whole numbers
// (Dutch: verdeelsleutel).
//
// Whatever depends on an order, such as who gets the last cent of those that tie, goes by the ids, compared byte by
// byte; so rows in another order give every party the same amount. The parts stand in the order of the rows. The ids
// lie one after another in `ids`, as in Arrow: that of row r is ids[offsets[r]] up to ids[offsets[r + 1]], in UTF-8
// and not empty. `split`, `out` and `offsets`, of `count` + 1 positions, may not be NULL; the others not unless
// `count` is 0. All is copied. As tkg_plan_new; TKG_E_DUPLICATE, with the item, for an id that stands there twice;
// TKG_E_UNREADABLE, with the item, for one that is empty or no UTF-8; TKG_E_ARGUMENT, with the item, for an offset that
// falls; TKG_E_DIVISION, with the item, for municipalities that say another municipal division than the first that says
// one, as GM0005@2015 and GM1979@2021 do: their areas may overlap. Messages name the ids. Any thread. Since 0.1.
TKG_API tkg_status TKG_CALL tkg_plan_new_by_id(const tkg_split *split, const char *ids, const int64_t *offsets,
    const int64_t *weights, int64_t count, tkg_plan **out, tkg_error *err);

// Makes a token. `out` may not be NULL. Any thread. Since 0.1.
TKG_API tkg_status TKG_CALL tkg_cancel_new(tkg_cancel **out, tkg_error *err);

// Stops every run that has this token, now and later: they give TKG_E_CANCELLED where they would tell how far they
// are. `cancel` may not be NULL. Any thread. Since 0.1.
TKG_API tkg_status TKG_CALL tkg_cancel_set(const tkg_cancel *cancel, tkg_error *err);

// Frees a token; NULL is fine. Since 0.1.
TKG_API void TKG_CALL tkg_cancel_free(tkg_cancel *cancel);

// Divides one amount in cents; the parts stand in the order of the weights and add up to it.
//
// `plan` and `out` may not be NULL; `cap` is how many parts fit in `out`. An amount below zero mirrors one above.
// TKG_E_BUFFER; TKG_E_MISSING for TKG_MISSING; TKG_E_UNIT when it is no multiple of the unit; TKG_E_TIE, with the
// item of the first that ties. After a failure `out` is unspecified. Any thread. Since 0.1.
TKG_API tkg_status TKG_CALL tkg_allocate_i64(const tkg_plan *plan, int64_t amount, int64_t *out, int64_t cap,
    tkg_error *err);

// Divides one amount in cents so that every part lies between its floor and its ceiling, by largest remainders.
//
// `floors` and `ceilings` have one amount for each weight, TKG_MISSING for none; NULL is none for all. The buffers
// may not overlap. As tkg_allocate_i64; TKG_E_BOUNDS when a floor lies above its ceiling, the floors take more or
// the ceilings leave less than the amount, or the method is another. Any thread. Since 0.1.
TKG_API tkg_status TKG_CALL tkg_allocate_bounded_i64(const tkg_plan *plan, int64_t amount, const int64_t *floors,
    const int64_t *ceilings, int64_t *out, int64_t cap, tkg_error *err);

// Divides a column of amounts; the parts of each stand together: out[row * parts + part].
//
// `rows` amounts give rows * parts parts, which have to fit in `cap`. `plan` may not be NULL; `amounts` and `out`
// not unless `rows` is 0; they may not overlap. `run` may be NULL. `row_status` NULL: the first row that fails
// ends the call, and err.row says which. Otherwise `row_status` gets the status of each row, the parts of a row
// that failed are TKG_MISSING, and the call gives TKG_OK. Statuses as for tkg_allocate_i64; TKG_E_CANCELLED. Any
// thread. Since 0.1.
TKG_API tkg_status TKG_CALL tkg_allocate_rows_i64(const tkg_plan *plan, const int64_t *amounts, int64_t rows,
    int64_t *out, int64_t cap, int32_t *row_status, const tkg_run *run, tkg_error *err);

// Divides a column of amounts into columns: the parts of one weight stand together, out[part * rows + row].
//
// The fastest way for many rows. Everything else as for tkg_allocate_rows_i64. Any thread. Since 0.1.
TKG_API tkg_status TKG_CALL tkg_allocate_columns_i64(const tkg_plan *plan, const int64_t *amounts, int64_t rows,
    int64_t *out, int64_t cap, int32_t *row_status, const tkg_run *run, tkg_error *err);

// Divides amounts that each have weights of their own, laid out as a list column of Arrow.
//
// The weights of row r are weights[offsets[r]] up to weights[offsets[r + 1]], and its parts stand at the same
// positions in `out`. So `offsets` has rows + 1 positions that never fall, the first of which need not be 0;
// `weights` and `out` reach to the last, which `cap` has to reach too. What stands before the first is left alone.
// A row without weights is TKG_E_ZERO_WEIGHTS. `split` and `offsets` may not be NULL; the others not unless they
// are empty. Nothing may overlap. `row_status`, `run` and the statuses as for tkg_allocate_rows_i64, and for each
// row those of tkg_plan_new; TKG_E_ARGUMENT, with the item, for an offset that falls. Any thread. Since 0.1.
TKG_API tkg_status TKG_CALL tkg_allocate_ragged_i64(const tkg_split *split, const int64_t *amounts, int64_t rows,
    const int64_t *offsets, const int64_t *weights, int64_t *out, int64_t cap, int32_t *row_status, const tkg_run *run,
    tkg_error *err);

// Divides an amount in cents into `count` instalments (Dutch: termijnen) of which every running total is right:
// the one after m of n instalments is amount * m / n, rounded half up.
//
// `out` has room for `count` amounts and may not be NULL. TKG_E_ZERO_WEIGHTS for none; TKG_E_MISSING for
// TKG_MISSING; TKG_E_NOMEM. Any thread. Since 0.1.
TKG_API tkg_status TKG_CALL tkg_instalments(int64_t amount, int64_t count, int64_t *out, tkg_error *err);

// Makes a waterfall (Dutch: trap) from `count` lines; parts are placed in multiples of `unit` cents, 1 for cents,
// and a tie for the last goes by `tie_rule`.
//
// `out` may not be NULL; `lines` not unless `count` is 0. A share lies between 0% and 100%; there is at most one
// residual, which is the last part; parts that are all shares of the whole use it up. TKG_E_WATERFALL when the
// lines do not make one; TKG_E_MEMO for a part that is a share of a memo; TKG_E_UNKNOWN_NAME for a base that is no
// earlier line; TKG_E_DUPLICATE for a name that stands there twice; TKG_E_OUT_OF_RANGE; TKG_E_BOUNDS; TKG_E_UNIT;
// TKG_E_MISSING; TKG_E_OVERFLOW; TKG_E_ARGUMENT, with the item, for a choice or a number that there is not;
// TKG_E_ABI for a struct_size; TKG_E_STATE for rules that there are not. Any thread. Since 0.1.
TKG_API tkg_status TKG_CALL tkg_waterfall_new(uint32_t rules_version, const tkg_line *lines, int64_t count,
    int64_t unit, int32_t tie_rule, tkg_waterfall **out, tkg_error *err);

// Makes the waterfall of one year of an RTA schedule: the State's cut (Dutch: korting) if there is one, the lines,
// and the residual that gets what these leave. All are percentages, 8.5 for 8.5%; they are shares of the base-year
// budget.
//
// `cut` is NULL for a year without a cut; otherwise `reading`, one of TKG_READING_..., says how it is read, and
// `in_base` is the cut that the base-year budget already lacks. `residual` is as printed, and `residual_unit` what
// it was printed in, such as 1. Only `cut` and, without a cut, `in_base` may be NULL; `lines` also when `count` is
// 0. `year` stands in messages. A cent over goes to the earlier line. TKG_E_SCHEDULE_SUM when they do not add up to
// 100%, with the reading that would; TKG_E_OUT_OF_RANGE, also for a year outside 1900 to 2199; TKG_E_UNIT for a
// residual that is no multiple of its unit; TKG_E_ARGUMENT; TKG_E_STATE for rules that there are not. Any thread.
// Since 0.1.
TKG_API tkg_status TKG_CALL tkg_waterfall_new_rta(uint32_t rules_version, int32_t year, int32_t reading,
    const tkg_decimal *cut, const tkg_decimal *in_base, const tkg_decimal *lines, int64_t count,
    const tkg_decimal *residual, const tkg_decimal *residual_unit, tkg_waterfall **out, tkg_error *err);

// How many lines a waterfall has, memo lines too. No pointer may be NULL. Any thread. Since 0.1.
TKG_API tkg_status TKG_CALL tkg_waterfall_count(const tkg_waterfall *waterfall, int64_t *count, tkg_error *err);

// Runs a column of budgets, one for each municipality, through the lines, into columns: out[line * rows + row].
//
// `rows` budgets give rows * lines amounts, which have to fit in `cap`; the parts of a row add up to its budget,
// and memo lines stand beside them. NULL rules, `row_status` and `run` as for tkg_allocate_columns_i64.
// TKG_E_WATERFALL when a budget is not used up; TKG_E_BOUNDS for a residual out of its bounds; TKG_E_MISSING;
// TKG_E_UNIT; TKG_E_TIE; TKG_E_OVERFLOW; TKG_E_BUFFER; TKG_E_CANCELLED. Any thread. Since 0.1.
TKG_API tkg_status TKG_CALL tkg_waterfall_columns_i64(const tkg_waterfall *waterfall, const int64_t *budgets,
    int64_t rows, int64_t *out, int64_t cap, int32_t *row_status, const tkg_run *run, tkg_error *err);

// Frees a waterfall; NULL is fine. Since 0.1.
TKG_API void TKG_CALL tkg_waterfall_free(tkg_waterfall *waterfall);

// Rounds a table of amounts in cents, row by row, to multiples of `unit`, such as 100 for euros, so that it still
// adds up along its rows and its columns at once.
//
// Every cell and every total goes to the multiple just below or just above, with the smallest sum of deviations.
// `row_totals` (one for each row) and `column_totals` (one for each column) prescribe totals, multiples of the
// unit; NULL leaves them free. `out` gets the cells; `out_rows`, `out_columns` and `out_total` get the totals,
// each unless it is NULL. `cells` and `out` may not be NULL unless there are no cells. Nothing may overlap.
// TKG_E_BUFFER when `cap` is less than rows * columns; TKG_E_UNIT; TKG_E_MISSING with the item;
// TKG_E_TABLE_CONFLICT when no table meets the totals; TKG_E_OVERFLOW; TKG_E_NOMEM. Any thread. Since 0.1.
TKG_API tkg_status TKG_CALL tkg_table_round(const int64_t *cells, int64_t rows, int64_t columns, int64_t unit,
    const int64_t *row_totals, const int64_t *column_totals, int64_t *out, int64_t cap, int64_t *out_rows,
    int64_t *out_columns, int64_t *out_total, tkg_error *err);

// Whether a column of printed figures is what others add up to, row by row (Dutch: aansluiting): each figure of
// `stated` against the sum of `term_count` columns, where the figure of a term is terms[term * rows + row].
//
// All in cents. `signs` has 1 for a term that is added and -1 for one that is taken off; NULL for all added. The
// stated figures were printed as multiples of `stated_unit`, rounded by `stated_mode`, and the terms as multiples
// of `unit` by `mode`, each TKG_MODE_...: 100 and TKG_MODE_HALF_UP for euros. `gaps` gets stated less computed, at
// face value, and may be NULL; `verdicts` gets one of TKG_VERDICT_... for each row; both have room for `cap`.
// `stated` and `terms` may not be NULL unless they are empty, nor `verdicts` unless `rows` is 0; nothing may
// overlap. `row_status` and `run` as for tkg_allocate_rows_i64; a row that fails has TKG_MISSING as gap, and -1 as
// verdict. TKG_E_UNIT for a figure that is no multiple of its unit; TKG_E_MISSING; TKG_E_OVERFLOW; TKG_E_ARGUMENT;
// TKG_E_BUFFER; TKG_E_CANCELLED; TKG_E_STATE for rules that there are not. Which mode would explain a gap, tkg_call
// says. Any thread. Since 0.1.
TKG_API tkg_status TKG_CALL tkg_reconcile_rows_i64(uint32_t rules_version, const int64_t *stated, int64_t rows,
    int64_t stated_unit, int32_t stated_mode, const int64_t *terms, const int32_t *signs, int64_t term_count,
    int64_t unit, int32_t mode, int64_t *gaps, int32_t *verdicts, int64_t cap, int32_t *row_status, const tkg_run *run,
    tkg_error *err);

// What each line of delivered care is worth in cents: tariff times volume, rounded half away from zero to the
// cent, so that a credit (a negative volume) cancels its debit.
//
// `tariffs` are euros and `volumes` units, as whole numbers with so many decimals: with 4, a tariff of 873000 is
// 87.30 euros; with 0, volumes are whole. `out` has room for `cap` amounts, at least `lines`. No pointer but `err`
// may be NULL unless `lines` is 0. Nothing may overlap. TKG_E_MISSING, with the item; TKG_E_OUT_OF_RANGE for more
// than 18 decimals together; TKG_E_OVERFLOW; TKG_E_BUFFER; TKG_E_ARGUMENT for decimals below zero. Any thread.
// Since 0.1.
TKG_API tkg_status TKG_CALL tkg_effort_amounts_i64(const int64_t *tariffs, const int64_t *volumes, int64_t lines,
    int32_t tariff_decimals, int32_t volume_decimals, int64_t *out, int64_t cap, tkg_error *err);

// Adds the amounts of lines up by group, such as a municipality or a product: sums[groups[line]].
//
// As tkg_effort_amounts_i64; every group lies below `count`, which is how many `sums` there are. What stands in
// `sums` is replaced. TKG_E_OUT_OF_RANGE also for a group that has no sum. Any thread. Since 0.1.
TKG_API tkg_status TKG_CALL tkg_effort_sums_i64(const int64_t *tariffs, const int64_t *volumes, const uint32_t *groups,
    int64_t lines, int32_t tariff_decimals, int32_t volume_decimals, int64_t *sums, int64_t count, tkg_error *err);

// Makes a corridor from its breakpoints on both sides: where care costs more than the lump sum, and where it costs
// less.
//
// From the deviation over_from[i] on, in percent of the lump sum, the municipality bears over_share[i] percent;
// from under_from[i] on it takes back under_share[i] percent. Each holds up to the next of its side; before the
// first nothing is settled. A side without breakpoints settles nothing. `out` may not be NULL; the arrays not
// unless their count is 0. TKG_E_OUT_OF_RANGE for breakpoints that do not rise from 0%, and for a share outside 0%
// to 100%; TKG_E_ARGUMENT, with the item, for what is no number; TKG_E_STATE for rules that there are not. Any
// thread. Since 0.1.
TKG_API tkg_status TKG_CALL tkg_corridor_new(uint32_t rules_version, const tkg_decimal *over_from,
    const tkg_decimal *over_share, int64_t over_count, const tkg_decimal *under_from, const tkg_decimal *under_share,
    int64_t under_count, tkg_corridor **out, tkg_error *err);

// Settles lump sums: out[row] is what the provider gets, of a lump sum and what care would have cost by effort
// (Dutch: schaduwkosten), rounded by `mode`, one of TKG_MODE_..., to multiples of `unit` cents.
//
// `corridor` may not be NULL; the arrays not unless `rows` is 0, and they may not overlap. `row_status` and `run`
// as for tkg_allocate_rows_i64; a row that fails is TKG_MISSING. TKG_E_OUT_OF_RANGE for an amount below zero;
// TKG_E_MISSING; TKG_E_UNIT; TKG_E_INEXACT by TKG_MODE_EXACT; TKG_E_OVERFLOW; TKG_E_ARGUMENT; TKG_E_BUFFER;
// TKG_E_CANCELLED. Any thread. Since 0.1.
TKG_API tkg_status TKG_CALL tkg_corridor_settle_i64(const tkg_corridor *corridor, const int64_t *lump_sums,
    const int64_t *shadow_costs, int64_t rows, int32_t mode, int64_t unit, int64_t *out, int64_t cap,
    int32_t *row_status, const tkg_run *run, tkg_error *err);

// Frees a corridor; NULL is fine. Since 0.1.
TKG_API void TKG_CALL tkg_corridor_free(tkg_corridor *corridor);

// The percentages that tariffs rise by in years that follow each other, from the provisional figures of each, and
// from what became of those of the year before.
//
// Year i, the year first_year + i, has provisional[i]; last year's figures were before[i], provisional, and became
// became[i]. `first_of_contract` is 1 when nothing is corrected in the first year, whose before and became are then
// not read; otherwise 0. `percents` has room for `cap` percentages, at least `years`. `rule` may not be NULL; the
// arrays not unless `years` is 0, or for `before` and `became` 1 with `first_of_contract`. TKG_E_OUT_OF_RANGE for a
// rise of -100% or less, for corrected figures that are not the provisional ones of the year before, and for a year
// outside 1900 to 2199; TKG_E_KEY_SUM for weights that are not together 100%; TKG_E_INEXACT by TKG_MODE_EXACT;
// TKG_E_OVERFLOW; TKG_E_BUFFER; TKG_E_ARGUMENT; TKG_E_ABI; TKG_E_STATE for rules that there are not. Any thread.
// Since 0.1.
TKG_API tkg_status TKG_CALL tkg_index_percents(const tkg_index_rule *rule, int32_t first_year,
    const tkg_index_figures *provisional, const tkg_index_figures *before, const tkg_index_figures *became,
    int64_t years, int32_t first_of_contract, tkg_decimal *percents, int64_t cap, tkg_error *err);

// Indexes tariffs in cents from year to year, one year for each percentage: out[year * rows + row].
//
// `chaining` is one of TKG_CHAIN_...; each tariff of each year is rounded by `mode` to multiples of `unit` cents.
// The first of the years is `first_year`, for messages. `tariffs` and `out` may not be NULL unless `rows` is 0,
// `percents` and `out` not unless `years` is 0. They may not overlap; `cap` is at least rows * years.
// TKG_E_OUT_OF_RANGE for a tariff below zero and a year outside 1900 to 2199; TKG_E_MISSING; TKG_E_UNIT;
// TKG_E_INEXACT; TKG_E_OVERFLOW; TKG_E_BUFFER; TKG_E_ARGUMENT, with the item, for a percentage that is no number;
// TKG_E_STATE for rules that there are not. Any thread. Since 0.1.
TKG_API tkg_status TKG_CALL tkg_index_tariffs_i64(uint32_t rules_version, const int64_t *tariffs, int64_t rows,
    const tkg_decimal *percents, int64_t years, int32_t first_year, int32_t chaining, int32_t mode, int64_t unit,
    int64_t *out, int64_t cap, tkg_error *err);

// Makes a pool of `count` members from its terms and its key (Dutch: verdeelsleutel).
//
// `key` has a weight for each member; so has `underspend_key`, for the underspends of a corridor that treats each
// side by itself, or it is NULL and the key does that too. `terms` and `out` may not be NULL; `key` not unless
// `count` is 0. TKG_E_NEGATIVE_WEIGHT, TKG_E_ZERO_WEIGHTS, TKG_E_MISSING, TKG_E_OUT_OF_RANGE for a share or a
// limit, TKG_E_POOL for a key that the model has no use for, TKG_E_ARGUMENT, TKG_E_ABI; TKG_E_STATE for rules that
// there are not. Any thread. Since 0.1.
TKG_API tkg_status TKG_CALL tkg_pool_new(const tkg_pool_terms *terms, const int64_t *key, const int64_t *underspend_key,
    int64_t count, tkg_pool **out, tkg_error *err);

// Settles a year: `borne` is what each member finally bears, and `transfers` what it pays (above zero) or receives
// (below). What is borne adds up to the cost and the levy, and transfers to the levy, to the cent.
//
// All arrays have an amount in cents for each member; `cap` is how many fit in `borne` and in `transfers`. `costs`
// is what its clients cost in what is shared; `outside` what they cost beyond that, borne alone, NULL for zeros;
// `contributions` (Dutch: inleg) what it paid in, around which the band of a corridor lies; NULL for zeros with other
// models. For a stop-loss, member m has the clients client_costs[client_offsets[m]] up to
// client_costs[client_offsets[m + 1]]; NULL with other models. No other pointer may be NULL. Nothing may overlap;
// TKG_E_NULL also for what the model cannot do without. TKG_E_BUFFER;
// TKG_E_MISSING with the item; TKG_E_ARGUMENT, with the item, for an offset that falls; TKG_E_OUT_OF_RANGE for a
// contribution below zero; TKG_E_TIE; TKG_E_OVERFLOW. Any thread. Since 0.1.
TKG_API tkg_status TKG_CALL tkg_pool_settle_i64(const tkg_pool *pool, const int64_t *costs, const int64_t *outside,
    const int64_t *contributions, const int64_t *client_offsets, const int64_t *client_costs, int64_t *borne,
    int64_t *transfers, int64_t cap, tkg_error *err);

// Reduces transfers to fewer payments than there are members: payment i is amounts[i] cents, above zero, from
// member from[i] to member to[i]. They depend on nothing but the transfers.
//
// `needed`, which may be NULL, is how many payments there are, also when fewer fit (TKG_E_BUFFER); `cap` is how
// many fit in each of `from`, `to` and `amounts`, and count - 1 always do. No other pointer may be NULL unless
// nothing is read or written. Nothing may overlap. TKG_E_POOL when the transfers do not add up to zero;
// TKG_E_MISSING with the item. Any thread. Since 0.1.
TKG_API tkg_status TKG_CALL tkg_payments_i64(const int64_t *transfers, int64_t count, int64_t *from, int64_t *to,
    int64_t *amounts, int64_t cap, int64_t *needed, tkg_error *err);

// Frees a pool; NULL is fine. Since 0.1.
TKG_API void TKG_CALL tkg_pool_free(tkg_pool *pool);

// Where a text is: UTF-8 of `length` bytes and a NUL behind them, which `length` does not count.
//
// `data` stays good until tkg_text_free. None may be NULL. Any thread. Since 0.1.
TKG_API tkg_status TKG_CALL tkg_text_view(const tkg_text *text, const char **data, int64_t *length, tkg_error *err);

// Frees a text; NULL is fine. What tkg_text_view gave of it is gone. Since 0.1.
TKG_API void TKG_CALL tkg_text_free(tkg_text *text);

// Carries out an operation by its name, on texts: tkg_call(TKG_RULES_VERSION, "split", -1, arguments, 5, &out,
// &err).
//
// The operations are bounded, comparison, corridor, effort, hours, index, instalments, lump_sum, notation,
// payments, pgb, pools, reconcile, rounding, rta, split, table, tariff, waterfall and weekly; tkg_operations says
// what each does and how its arguments are written. Amounts are euros, "1234.56"; entries of a list are separated
// by spaces; "-" is nothing. Every argument has to be there once, in any order: nothing is taken for granted.
// `out` gets the results as JSON, an object of texts in the order of tkg_operations:
// {"amount":"70644.00","residue":"0.36"}. tkg_text_member reads one of them. `operation` and `out` may not be
// NULL; `arguments` not unless `count` is 0. TKG_E_UNKNOWN_NAME for an operation, and TKG_E_UNKNOWN_KEY for an
// argument, that there is not, each with the nearest one that there is; TKG_E_MISSING or TKG_E_DUPLICATE for an
// argument that is not there or there twice; TKG_E_UNREADABLE and others for a text that says nothing. err.field
// names the operation and the argument. TKG_E_STATE for rules that there are not. Every status of data can be
// given: tkg_status_kind has it in a word. Any thread. Since 0.1.
TKG_API tkg_status TKG_CALL tkg_call(uint32_t rules_version, const char *operation, int64_t length,
    const tkg_pair *arguments, int64_t count, tkg_text **out, tkg_error *err);

// What tkg_call can do, as JSON:
// {"shape":"taakgericht/operations/1","operations":[{"name":"split","about":"Divides a whole by weights:
// ...","arguments":["whole","unit","method","tie","weights"],"results":["parts"]},...]}.
//
// `out` may not be NULL. Any thread. Since 0.1.
TKG_API tkg_status TKG_CALL tkg_operations(tkg_text **out, tkg_error *err);

// One result of tkg_call, by its name, with a NUL behind it: tkg_text_member(text, "parts", -1, buffer, 80, NULL,
// &err).
//
// `length` is that of the name in bytes, -1 when a NUL ends it. `needed`, which may be NULL, is the length of the
// result without the NUL, also when the buffer is too short (TKG_E_BUFFER). `buffer` may be NULL when `cap` is 0;
// `text` and `name` may not be NULL. TKG_E_UNKNOWN_NAME when there is no such result; TKG_E_WRONG_TYPE for a text
// that tkg_call did not make. Any thread. Since 0.1.
TKG_API tkg_status TKG_CALL tkg_text_member(const tkg_text *text, const char *name, int64_t length, char *buffer,
    int64_t cap, int64_t *needed, tkg_error *err);

// The names of the CSV files that a scenario names, each on a line of its own that ends in "\n": what to read for
// tkg_scenario_read.
//
// `main_file` and `out` may not be NULL. TKG_E_SYNTAX when the text is no TOML. Any thread. Since 0.1.
TKG_API tkg_status TKG_CALL tkg_scenario_files(const tkg_file *main_file, tkg_text **out, tkg_error *err);

// Reads a scenario (TOML) with the `count` CSV files that it names, and proves that it can be carried out.
//
// `main_file` and `out` may not be NULL; `files` not unless `count` is 0. A file that the scenario does not name is
// left alone. The status and the record are those of the first error; tkg_scenario_diagnose lists them all.
// TKG_E_SYNTAX also for a text that is no UTF-8; every status of data can be given. Any thread. Since 0.1.
TKG_API tkg_status TKG_CALL tkg_scenario_read(const tkg_file *main_file, const tkg_file *files, int64_t count,
    tkg_scenario **out, tkg_error *err);

// Everything that is wrong with a scenario, up to carrying it out, as JSON:
// {"shape":"taakgericht/diagnosis/1","errors":[{"status":-36,"name":"TKG_E_SCHEDULE_SUM","kind":"schedule-sum",
// "file":"a.toml","line":14,"path":["schedule \"rta\""],"message":"...","advice":"..."}]}.
//
// Arguments as for tkg_scenario_read. TKG_OK when there is a diagnosis, also one that finds errors; the list is
// empty when there are none. Any thread. Since 0.1.
TKG_API tkg_status TKG_CALL tkg_scenario_diagnose(const tkg_file *main_file, const tkg_file *files, int64_t count,
    tkg_text **out, tkg_error *err);

// Carries a scenario out.
//
// `scenario` and `out` may not be NULL. TKG_E_TIE, TKG_E_OVERFLOW and whatever else a rule can raise. Any thread.
// Since 0.1.
TKG_API tkg_status TKG_CALL tkg_scenario_run(const tkg_scenario *scenario, tkg_outcome **out, tkg_error *err);

// Explains one figure down to its inputs and their sources, as JSON:
// {"shape":"taakgericht/explain/1","figure":"...","steps":[...]}.
//
// A figure is statement/column/party, such as "rta-groningen/2016/directe_zorg/Bedum"; the party is a name or a
// code, or "total". Every step stands after its inputs, and the last is the figure; the library has computed it
// again from its inputs. `length` is in bytes, -1 when a NUL ends the text. None may be NULL. TKG_E_UNKNOWN_NAME;
// TKG_E_UNREADABLE. Any thread. Since 0.1.
TKG_API tkg_status TKG_CALL tkg_scenario_explain(const tkg_scenario *scenario, const char *figure, int64_t length,
    tkg_text **out, tkg_error *err);

// Frees a scenario; NULL is fine. Since 0.1.
TKG_API void TKG_CALL tkg_scenario_free(tkg_scenario *scenario);

// How many statements there are. None may be NULL. Any thread. Since 0.1.
TKG_API tkg_status TKG_CALL tkg_outcome_statements(const tkg_outcome *outcome, int64_t *count, tkg_error *err);

// The position of the statement with a name, such as "rta-groningen/2016".
//
// `length` is in bytes, -1 when a NUL ends the text. None may be NULL. TKG_E_UNKNOWN_NAME. Any thread. Since 0.1.
TKG_API tkg_status TKG_CALL tkg_outcome_find_statement(const tkg_outcome *outcome, const char *id, int64_t length,
    int64_t *position, tkg_error *err);

// The statement at a position, counted from 0.
//
// None may be NULL. TKG_E_ARGUMENT when there is no such position; TKG_E_ABI for a struct_size that is too small.
// Any thread. Since 0.1.
TKG_API tkg_status TKG_CALL tkg_outcome_statement(const tkg_outcome *outcome, int64_t position,
    tkg_statement *statement, tkg_error *err);

// The position of the column with a name, in the statement at a position.
//
// `length` is in bytes, -1 when a NUL ends the text. None may be NULL. TKG_E_UNKNOWN_NAME; TKG_E_ARGUMENT when
// there is no such statement. Any thread. Since 0.1.
TKG_API tkg_status TKG_CALL tkg_outcome_find_column(const tkg_outcome *outcome, int64_t statement, const char *name,
    int64_t length, int64_t *position, tkg_error *err);

// The column at a position of the statement at a position, both counted from 0: its amounts where they are,
// without a copy.
//
// None may be NULL. TKG_E_ARGUMENT when there is no such position; TKG_E_ABI for a struct_size that is too small.
// Any thread. Since 0.1.
TKG_API tkg_status TKG_CALL tkg_outcome_column(const tkg_outcome *outcome, int64_t statement, int64_t position,
    tkg_column *column, tkg_error *err);

// How many parties there are. None may be NULL. Any thread. Since 0.1.
TKG_API tkg_status TKG_CALL tkg_outcome_parties(const tkg_outcome *outcome, int64_t *count, tkg_error *err);

// The party at a position, counted from 0; they stand in the order of their codes.
//
// None may be NULL. TKG_E_ARGUMENT when there is no such position; TKG_E_ABI for a struct_size that is too small.
// Any thread. Since 0.1.
TKG_API tkg_status TKG_CALL tkg_outcome_party(const tkg_outcome *outcome, int64_t position, tkg_party *party,
    tkg_error *err);

// The whole outcome as JSON, {"shape":"taakgericht/run/1",...}: statements, residues, comparisons, settlements,
// what was found about the published tables, and the receipt.
//
// `outcome` and `out` may not be NULL. Any thread. Since 0.1.
TKG_API tkg_status TKG_CALL tkg_outcome_json(const tkg_outcome *outcome, tkg_text **out, tkg_error *err);

// Frees an outcome; NULL is fine. Since 0.1.
TKG_API void TKG_CALL tkg_outcome_free(tkg_outcome *outcome);

// A statement of an outcome as a table of Apache Arrow, by its C data interface: a struct with the columns "code"
// and "municipality", and one column for each column of the statement, as `amounts` says: TKG_ARROW_DECIMAL or
// TKG_ARROW_INT64.
//
// The metadata of a column say its "role": part, memo or total; those of the table its "statement". Both structs
// hold copies, and stay good when the outcome is freed. They belong to the caller, who calls release of each, if
// it is not NULL, or gives them to a reader that does: pyarrow.RecordBatch._import_from_c(array, schema). After a
// failure release is NULL. None may be NULL, and `schema` and `array` may not overlap. TKG_E_ARGUMENT when there
// is no such statement or type; TKG_E_UNREADABLE for a name with a NUL inside. Any thread.
// Since 0.1.
TKG_API tkg_status TKG_CALL tkg_outcome_arrow(const tkg_outcome *outcome, int64_t statement, int32_t amounts,
    struct ArrowSchema *schema, struct ArrowArray *array, tkg_error *err);

// A column of amounts in cents, such as one that another call gave, as a column of Apache Arrow with a name;
// TKG_MISSING becomes null.
//
// `length` is that of the name in bytes, -1 when a NUL ends it. `name`, `schema` and `array` may not be NULL;
// `cents` not unless `rows` is 0. Everything else as for tkg_outcome_arrow. Any thread. Since 0.1.
TKG_API tkg_status TKG_CALL tkg_amounts_arrow(const int64_t *cents, int64_t rows, const char *name, int64_t length,
    int32_t amounts, struct ArrowSchema *schema, struct ArrowArray *array, tkg_error *err);

// What was found about the published tables of a scenario (Dutch: aansluiting), as JSON:
// {"shape":"taakgericht/findings/1","findings":[{...,"diagnosis":"..."}],"detections":[...],"refusals":[...],
// "notes":[...]}.
//
// For each figure that an identity of the scenario is about: it holds, rounding explains it, or it is an error of so
// much; in words of `language`, one of TKG_LANGUAGE_... `outcome` and `out` may not be NULL. TKG_E_ARGUMENT for a
// language that there is not. Any thread. Since 0.1.
TKG_API tkg_status TKG_CALL tkg_outcome_findings(const tkg_outcome *outcome, int32_t language, tkg_text **out,
    tkg_error *err);

// Panics inside the library on purpose, so that a program can test that this does not harm it.
//
// Always TKG_E_INTERNAL, and nothing on the screen. Any thread. Since 0.1.
TKG_API tkg_status TKG_CALL tkg_selftest_panic(tkg_error *err);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* TAAKGERICHT_H */

/* What the library was compiled with; on a machine where this fails, the header is of no use. */
#if defined(__cplusplus)
static_assert(sizeof(tkg_error) == 496 && sizeof(tkg_decimal) == 16 && sizeof(tkg_split) == 24, "tkg_ structs");
#elif defined(__STDC_VERSION__) && __STDC_VERSION__ >= 201112L
_Static_assert(sizeof(tkg_error) == 496 && sizeof(tkg_decimal) == 16 && sizeof(tkg_split) == 24, "tkg_ structs");
#endif
