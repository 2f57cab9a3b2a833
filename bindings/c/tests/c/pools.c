/* Solidarity pools by every model, and who pays whom. */
#include "check.h"

static tkg_decimal number(const char *text) {
  tkg_decimal read;
  GIVES(TKG_OK, tkg_decimal_parse(text, -1, &read, &err));
  return read;
}

static tkg_pool_terms terms_of(int32_t model, const char *share) {
  tkg_pool_terms terms;
  memset(&terms, 0, sizeof terms);
  terms.struct_size = sizeof terms;
  terms.rules_version = TKG_RULES_VERSION;
  terms.model = model;
  terms.share = number(share);
  terms.ceiling = TKG_MISSING;
  return terms;
}

/* Youths of 2014 in Bedum and Winsum, and what youth care cost there, in cents. */
static const int64_t KEY[2] = {2947, 3951}, COSTS[2] = {170000000, 250000000};

static void bears(tkg_pool_terms terms, int64_t one, int64_t other) {
  static const int64_t contributions[2] = {180000000, 220000000}, offsets[3] = {0, 1, 3};
  static const int64_t clients[3] = {30000000, 15000000, 40000000};
  tkg_pool *pool = NULL;
  int64_t borne[2], transfers[2];
  GIVES(TKG_OK, tkg_pool_new(&terms, KEY, NULL, 2, &pool, &err));
  GIVES(TKG_OK, tkg_pool_settle_i64(pool, COSTS, NULL, contributions, offsets, clients, borne, transfers, 2, &err));
  if (borne[0] != one || borne[1] != other) fprintf(stderr, "borne: %ld and %ld\n", (long)borne[0], (long)borne[1]);
  CHECK(borne[0] == one && borne[1] == other);
  CHECK(transfers[0] == borne[0] - COSTS[0] && transfers[1] == borne[1] - COSTS[1]);
  CHECK(transfers[0] + transfers[1] == terms.levy);
  tkg_pool_free(pool);
}

static void test_models(void) {
  tkg_pool_terms terms = terms_of(TKG_MODEL_STOP_LOSS, "80");
  bears(terms_of(TKG_MODEL_ACTUAL_USE, "0"), 170000000, 250000000);
  bears(terms_of(TKG_MODEL_INSURANCE, "0"), 179434619, 240565381);
  bears(terms_of(TKG_MODEL_BLEND, "50"), 174717309, 245282691); /* half of each, cents placed once */
  bears(terms_of(TKG_MODEL_BLEND, "100"), 179434619, 240565381);
  /* A band of 5%: Bedum is 10 below its contribution, 1 beyond the band of 9; Winsum 30 above, 19 beyond its 11. */
  bears(terms_of(TKG_MODEL_CORRIDOR, "5"), 178690055, 241309945);
  /* Above 200,000.00 a client: 100,000.00 of Bedum and 200,000.00 of Winsum, of which 80% is pooled. */
  terms.threshold = 20000000;
  bears(terms, 172253407, 247746593);
  terms.ceiling = 30000000; /* of Winsum only 100,000.00 lies between */
  bears(terms, 168835605, 251164395);
  terms = terms_of(TKG_MODEL_ACTUAL_USE, "0");
  terms.levy = 689800;
  bears(terms, 170294700, 250395100);
}

static void refuses(tkg_status expected, tkg_pool_terms terms, const int64_t *key, const int64_t *underspends) {
  tkg_pool *pool = NULL;
  GIVES(expected, tkg_pool_new(&terms, key, underspends, 2, &pool, &err));
  CHECK(pool == NULL);
}

static void test_refusals(void) {
  static const int64_t zeros[2] = {0, 0}, negative[2] = {1, -1}, missing[2] = {1, TKG_MISSING};
  tkg_pool_terms terms = terms_of(TKG_MODEL_INSURANCE, "0");
  tkg_pool *pool = NULL;
  refuses(TKG_E_ZERO_WEIGHTS, terms, zeros, NULL);
  refuses(TKG_E_NEGATIVE_WEIGHT, terms, negative, NULL);
  CHECK(err.item == 1);
  refuses(TKG_E_MISSING, terms, missing, NULL);
  refuses(TKG_E_POOL, terms, KEY, KEY);
  refuses(TKG_E_NULL, terms, NULL, NULL);
  GIVES(TKG_E_NULL, tkg_pool_new(NULL, KEY, NULL, 2, &pool, &err));
  GIVES(TKG_E_NULL, tkg_pool_new(&terms, KEY, NULL, 2, NULL, &err));
  GIVES(TKG_E_ARGUMENT, tkg_pool_new(&terms, KEY, NULL, -1, &pool, &err));
  refuses(TKG_E_OUT_OF_RANGE, terms_of(TKG_MODEL_BLEND, "101"), KEY, NULL);
  refuses(TKG_E_ARGUMENT, terms_of(TKG_MODEL_STOP_LOSS + 1, "0"), KEY, NULL);
  terms.levy = TKG_MISSING;
  refuses(TKG_E_MISSING, terms, KEY, NULL);
  terms = terms_of(TKG_MODEL_CORRIDOR, "5");
  terms.netting = 3;
  refuses(TKG_E_ARGUMENT, terms, KEY, NULL);
  terms = terms_of(TKG_MODEL_INSURANCE, "0");
  terms.residual = 4;
  refuses(TKG_E_ARGUMENT, terms, KEY, NULL);
  terms.residual = 0;
  terms.tie_rule = 4;
  refuses(TKG_E_ARGUMENT, terms, KEY, NULL);
  terms.tie_rule = 0;
  terms.struct_size = 1;
  refuses(TKG_E_ABI, terms, KEY, NULL);
  terms.struct_size = sizeof terms;
  terms.rules_version = 0;
  refuses(TKG_E_STATE, terms, KEY, NULL);
}

static void test_settling(void) {
  static const int64_t outside[2] = {7, -7}, below[2] = {1, -1}, missing[2] = {1, TKG_MISSING}, falls[3] = {0, 2, 1};
  static const int64_t rises[3] = {0, 1, 2}, odd[2] = {1, 0}, equal[2] = {1, 1};
  tkg_pool_terms terms = terms_of(TKG_MODEL_CORRIDOR, "5");
  tkg_pool *pool = NULL;
  int64_t borne[2], transfers[2];
  terms.netting = TKG_NETTING_EACH_SIDE;
  GIVES(TKG_OK, tkg_pool_new(&terms, KEY, equal, 2, &pool, &err));
  GIVES(TKG_OK, tkg_pool_settle_i64(pool, COSTS, outside, COSTS, NULL, NULL, borne, transfers, 2, &err));
  CHECK(borne[0] == COSTS[0] + 7 && borne[1] == COSTS[1] - 7 && transfers[0] == 0 && transfers[1] == 0);
  GIVES(TKG_E_OUT_OF_RANGE, tkg_pool_settle_i64(pool, COSTS, NULL, below, NULL, NULL, borne, transfers, 2, &err));
  GIVES(TKG_E_MISSING, tkg_pool_settle_i64(pool, missing, NULL, COSTS, NULL, NULL, borne, transfers, 2, &err));
  CHECK(err.item == 1 && strcmp(err.field, "costs") == 0);
  GIVES(TKG_E_MISSING, tkg_pool_settle_i64(pool, COSTS, missing, COSTS, NULL, NULL, borne, transfers, 2, &err));
  GIVES(TKG_E_ARGUMENT, tkg_pool_settle_i64(pool, COSTS, NULL, COSTS, falls, COSTS, borne, transfers, 2, &err));
  CHECK(err.item == 2);
  GIVES(TKG_E_ARGUMENT, tkg_pool_settle_i64(pool, borne, NULL, COSTS, NULL, NULL, borne, transfers, 2, &err));
  GIVES(TKG_E_ARGUMENT, tkg_pool_settle_i64(pool, COSTS, NULL, COSTS, NULL, NULL, borne, borne, 2, &err));
  GIVES(TKG_E_BUFFER, tkg_pool_settle_i64(pool, COSTS, NULL, COSTS, NULL, NULL, borne, transfers, 1, &err));
  GIVES(TKG_E_NULL, tkg_pool_settle_i64(NULL, COSTS, NULL, COSTS, NULL, NULL, borne, transfers, 2, &err));
  GIVES(TKG_E_NULL, tkg_pool_settle_i64(pool, NULL, NULL, COSTS, NULL, NULL, borne, transfers, 2, &err));
  GIVES(TKG_E_NULL, tkg_pool_settle_i64(pool, COSTS, NULL, COSTS, rises, NULL, borne, transfers, 2, &err));
  GIVES(TKG_E_NULL, tkg_pool_settle_i64(pool, COSTS, NULL, COSTS, NULL, NULL, NULL, transfers, 2, &err));
  GIVES(TKG_E_NULL, tkg_pool_settle_i64(pool, COSTS, NULL, COSTS, NULL, NULL, borne, NULL, 2, &err));
  GIVES(TKG_E_NULL, tkg_pool_settle_i64(pool, COSTS, NULL, NULL, NULL, NULL, borne, transfers, 2, &err));
  CHECK(strcmp(err.field, "contributions") == 0);
  tkg_pool_free(pool);
  terms = terms_of(TKG_MODEL_STOP_LOSS, "80");
  terms.ceiling = TKG_MISSING;
  GIVES(TKG_OK, tkg_pool_new(&terms, KEY, NULL, 2, &pool, &err));
  GIVES(TKG_E_NULL, tkg_pool_settle_i64(pool, COSTS, NULL, COSTS, NULL, NULL, borne, transfers, 2, &err));
  CHECK(strcmp(err.field, "client_offsets") == 0);
  tkg_pool_free(pool);
  terms = terms_of(TKG_MODEL_INSURANCE, "0");
  terms.tie_rule = TKG_TIE_REFUSE;
  GIVES(TKG_OK, tkg_pool_new(&terms, equal, NULL, 2, &pool, &err));
  GIVES(TKG_E_TIE, tkg_pool_settle_i64(pool, odd, NULL, NULL, NULL, NULL, borne, transfers, 2, &err));
  CHECK(err.item == 0);
  tkg_pool_free(pool);
  tkg_pool_free(NULL);
}

/* Bedum, De Marne, Winsum and Eemsmond: what they bear less what their own clients cost. */
static void test_payments(void) {
  static const int64_t transfers[4] = {-6974831, 21036831, -28742063, 14680063}, odd[2] = {1, -2}, missing[2] = {1, TKG_MISSING};
  int64_t from[4], to[4], amounts[4], needed = -1;
  GIVES(TKG_OK, tkg_payments_i64(transfers, 4, from, to, amounts, 4, &needed, &err));
  CHECK(needed == 3 && from[0] == 1 && to[0] == 2 && amounts[0] == 21036831 && from[2] == 3 && to[2] == 2 && amounts[2] == 7705232);
  GIVES(TKG_OK, tkg_payments_i64(transfers, 4, from, to, amounts, 3, NULL, &err));
  GIVES(TKG_E_BUFFER, tkg_payments_i64(transfers, 4, from, to, amounts, 2, &needed, &err));
  CHECK(needed == 3);
  GIVES(TKG_OK, tkg_payments_i64(NULL, 0, NULL, NULL, NULL, 0, &needed, &err));
  CHECK(needed == 0);
  GIVES(TKG_E_POOL, tkg_payments_i64(odd, 2, from, to, amounts, 4, &needed, &err));
  GIVES(TKG_E_MISSING, tkg_payments_i64(missing, 2, from, to, amounts, 4, &needed, &err));
  GIVES(TKG_E_ARGUMENT, tkg_payments_i64(transfers, 4, from, from, amounts, 4, &needed, &err));
  GIVES(TKG_E_ARGUMENT, tkg_payments_i64(transfers, -1, from, to, amounts, 4, &needed, &err));
  GIVES(TKG_E_NULL, tkg_payments_i64(NULL, 4, from, to, amounts, 4, &needed, &err));
  GIVES(TKG_E_NULL, tkg_payments_i64(transfers, 4, NULL, to, amounts, 4, &needed, &err));
  GIVES(TKG_E_NULL, tkg_payments_i64(transfers, 4, from, NULL, amounts, 4, &needed, &err));
  GIVES(TKG_E_NULL, tkg_payments_i64(transfers, 4, from, to, NULL, 4, &needed, &err));
}

void test_pools(void) {
  test_models();
  test_refusals();
  test_settling();
  test_payments();
}
