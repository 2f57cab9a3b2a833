import io.github.taakgericht.Outcome;
import io.github.taakgericht.Scenario;
import java.io.IOException;
import java.nio.file.Path;

/** Divides the youth-care budget of 2015 of four municipalities in Groningen by the schedule of 2016. */
public final class Bmwe {
    public static void main(String[] arguments) throws IOException {
        try (Scenario scenario = Scenario.open(Path.of(arguments[0])); Outcome outcome = scenario.run()) {
            Outcome.Statement statement = outcome.statement("rta-groningen/2016");
            StringBuilder table = new StringBuilder(String.format("%-20s", "2016, in cents"));
            statement.parties.forEach(party -> table.append(String.format("%13s", party.name)));
            table.append(String.format("%14s%n", "total"));
            for (Outcome.Column column : statement.columns) {
                table.append(String.format("%-20s", column.name));
                for (long amount : column.amounts) {
                    table.append(String.format("%13d", amount));
                }
                table.append(String.format("%14d%n", column.total));
            }
            System.out.print(table);
        }
    }
}
