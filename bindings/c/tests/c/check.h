/* What every part of the test program uses. */
#ifndef TKG_TESTS_CHECK_H
#define TKG_TESTS_CHECK_H

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <taakgericht.h>

/* Stops at the first thing that is not as it should be. */
#define CHECK(what) check((what) ? 1 : 0, #what, __FILE__, __LINE__)
/* Calls, and compares the status; where `err` was passed, it has to say the same. */
#define GIVES(status, call) gives((status), (call), #call, __FILE__, __LINE__)

extern tkg_error err;

void check(int holds, const char *what, const char *file, int line);
void gives(tkg_status expected, tkg_status found, const char *call, const char *file, int line);
/* Whether a text, or the message of `err`, begins so. */
int begins(const char *text, const char *beginning);
int says(const char *beginning);
/* Largest remainders, ties to the first, in cents. */
tkg_split in_cents(void);
/* A plan with these weights. */
tkg_plan *plan_of(const int64_t *weights, int64_t count);

void test_versions(void);
void test_decimals(void);
void test_amounts(void);
void test_plans(void);
void test_keys(void);
void test_allocations(void);
void test_batches(void);
void test_runs(void);
void test_ragged(void);
void test_tables(void);
void test_instalments(void);
void test_scenarios(void);
void test_outcomes(void);
void test_waterfalls(void);
void test_effort(void);
void test_corridors(void);
void test_indexation(void);
void test_pools(void);
void test_reconciling(void);
void test_calls(void);
void test_arrows(void);
void test_handles(void);
void test_hostile(void);
void test_statuses_of_data(void);
void test_threads(void);

#endif
