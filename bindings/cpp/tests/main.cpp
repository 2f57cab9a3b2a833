// Tries every part of taakgericht.hpp:  program SCENARIO
#include "check.hpp"

int main(int count, char **arguments) try {
  taakgericht::check_abi();
  CHECK(count == 2);
  test_numbers();
  test_plans();
  test_batches();
  test_waterfalls();
  test_tables();
  test_tasks();
  test_pools();
  test_operations();
  test_scenarios(arguments[1]);
  test_threads();
  std::puts("all is as the header says");
} catch (const std::exception &error) {
  std::fprintf(stderr, "not caught: %s\n", error.what());
  return 1;
}
