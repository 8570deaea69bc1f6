package jobwire;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The workload as `npm run bench:matcher -- --export FOLDER` wrote it. */
final class Market {
  /** Bits: 1 remote, 2 to 16 contracts, 32 and 64 hours. Occupation is -1 where none is stated. */
  record Person(byte[] id, double latitude, double longitude, double radiusKm, int pay, int bits, int occupation, int isco,
      int[] skills, int[] levels) {}

  /** Weights are in points, 65 at most together. */
  record Job(double latitude, double longitude, boolean remote, int contract, int hours, int top, int bottom,
      int occupation, int isco, int[] skills, float[] points, boolean[] required, boolean[] must) {
    double pointsOf(int skill) {
      for (int n = 0; n < skills.length; n++) if (skills[n] == skill) return points[n];
      return 0;
    }
  }

  interface Each<T> {
    void take(T one) throws IOException;
  }

  static void people(Path folder, Each<Person> each) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(folder.resolve("profiles.txt"))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) each.take(person(line.split(" ")));
    }
  }

  static List<Job> jobs(Path file) throws IOException {
    List<Job> jobs = new ArrayList<>();
    for (String line : Files.readAllLines(file)) jobs.add(job(line.split(" ")));
    return jobs;
  }

  private static Person person(String[] words) {
    int count = (words.length - 8) / 2;
    int[] skills = new int[count];
    int[] levels = new int[count];
    for (int n = 0; n < count; n++) {
      skills[n] = Integer.parseInt(words[8 + 2 * n]);
      levels[n] = Integer.parseInt(words[9 + 2 * n]);
    }
    byte[] id = HexFormat.of().parseHex(words[0].replace("-", ""));
    return new Person(id, Double.parseDouble(words[1]), Double.parseDouble(words[2]), Double.parseDouble(words[3]),
        Integer.parseInt(words[4]), Integer.parseInt(words[5]), Integer.parseInt(words[6]), Integer.parseInt(words[7]),
        skills, levels);
  }

  private static Job job(String[] words) {
    int count = (words.length - 9) / 4;
    int[] skills = new int[count];
    float[] points = new float[count];
    boolean[] required = new boolean[count];
    boolean[] must = new boolean[count];
    for (int n = 0; n < count; n++) {
      int at = 9 + 4 * n;
      skills[n] = Integer.parseInt(words[at]);
      points[n] = Float.parseFloat(words[at + 1]);
      required[n] = words[at + 2].equals("1");
      must[n] = words[at + 3].equals("1");
    }
    return new Job(Double.parseDouble(words[0]), Double.parseDouble(words[1]), words[2].equals("1"),
        Integer.parseInt(words[3]), Integer.parseInt(words[4]), Integer.parseInt(words[5]), Integer.parseInt(words[6]),
        Integer.parseInt(words[7]), Integer.parseInt(words[8]), skills, points, required, must);
  }

  private Market() {}
}
