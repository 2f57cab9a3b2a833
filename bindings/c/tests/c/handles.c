/* Handles that are freed, or are another's; only a build with debug assertions looks. */
#include "check.h"

#if defined(TKG_TESTS_DEBUG)
void test_handles(void) {
  static const int64_t weights[2] = {1, 1};
  int64_t count, parts[2];
  tkg_plan *plan = plan_of(weights, 2);
  tkg_cancel *cancel = NULL;
  tkg_text *text = NULL;
  GIVES(TKG_OK, tkg_cancel_new(&cancel, &err));
  GIVES(TKG_E_ARGUMENT, tkg_allocate_i64((tkg_plan *)(void *)cancel, 1, parts, 2, &err));
  CHECK(says("plan: a tkg_cancel, expected a tkg_plan."));
  tkg_plan_free((tkg_plan *)(void *)cancel); /* another's: left alone */
  GIVES(TKG_OK, tkg_cancel_set(cancel, &err));
  tkg_plan_free(plan);
  GIVES(TKG_E_ARGUMENT, tkg_plan_count(plan, &count, &err));
  CHECK(says("plan: freed, or never given, expected a tkg_plan that is held."));
  GIVES(TKG_E_ARGUMENT, tkg_allocate_i64(plan, 1, parts, 2, &err));
  tkg_plan_free(plan); /* twice */
  tkg_cancel_free(cancel);
  GIVES(TKG_E_ARGUMENT, tkg_cancel_set(cancel, &err));
  GIVES(TKG_E_ARGUMENT, tkg_scenario_run((tkg_scenario *)(void *)parts, (tkg_outcome **)(void *)&text, &err));
  GIVES(TKG_E_ARGUMENT, tkg_outcome_json((tkg_outcome *)(void *)parts, &text, &err));
}
#else
void test_handles(void) {}
#endif
