// What every part of the test program uses.
#ifndef TAAKGERICHT_TESTS_CHECK_HPP
#define TAAKGERICHT_TESTS_CHECK_HPP

#include <cstdio>
#include <cstdlib>
#include <string>
#include <taakgericht.hpp>
#include <typeinfo>
#include <vector>

// Stops at the first thing that is not as it should be.
#define CHECK(what) check((what), #what, __FILE__, __LINE__)
// What has to be thrown, exactly of this type.
#define THROWS(type, status, ...) \
  check(thrown<type>((status), [&] { __VA_ARGS__; }), #__VA_ARGS__ " throws " #type " " #status, __FILE__, __LINE__)

using amounts = std::vector<std::int64_t>;

[[noreturn]] inline void wrong(const char *what, const char *file, int line) {
  std::fprintf(stderr, "%s:%d: %s\n", file, line, what);
  std::exit(1);
}

inline void check(bool holds, const char *what, const char *file, int line) {
  if (!holds) wrong(what, file, line);
}

template <typename Type, typename Job>
bool thrown(tkg_status status, Job job) {
  try {
    job();
  } catch (const Type &error) {
    return error.code() == status && typeid(error) == typeid(Type);
  }
  return false;
}

void test_numbers();
void test_plans();
void test_batches();
void test_waterfalls();
void test_tables();
void test_tasks();
void test_pools();
void test_operations();
void test_scenarios(const std::string &bmwe);
void test_threads();

#endif
