// Divides the youth-care budget of 2015 of four municipalities in Groningen by the schedule of 2016.
//
//   c++ -std=c++17 -I../include bmwe.cpp $(pkg-config --cflags --libs taakgericht) -o bmwe
//   ./bmwe ../../../scenarios/bmwe-2015.toml
#include <iomanip>
#include <iostream>
#include <taakgericht.hpp>

int main(int count, char **arguments) try {
  taakgericht::check_abi();
  if (count != 2) return std::cerr << "bmwe SCENARIO\n", 2;
  const auto outcome = taakgericht::scenario::read(arguments[1]).run();
  const auto statement = outcome.statement("rta-groningen/2016");
  std::cout << std::left << std::setw(20) << "2016, in cents" << std::right;
  for (std::size_t row = 0; row < statement.rows(); row++) std::cout << std::setw(13) << statement.party(row).name;
  std::cout << std::setw(14) << "total" << '\n';
  for (std::size_t position = 0; position < statement.columns(); position++) {
    const auto column = statement.column(position);
    std::cout << std::left << std::setw(20) << column.name << std::right;
    for (const auto amount : column.amounts) std::cout << std::setw(13) << amount;
    std::cout << std::setw(14) << column.total << '\n';
  }
} catch (const std::exception &error) {
  std::cerr << error.what() << '\n';
  return 1;
}
