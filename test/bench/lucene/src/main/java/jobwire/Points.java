package jobwire;

/** The formulas of both scores, as docs/matching.md has them. */
final class Points {
  private static final double EARTH_KM = 6371.0088;

  static double kilometres(Market.Job job, double north, double east) {
    double up = Math.sin(Math.toRadians(north - job.latitude()) / 2);
    double across = Math.sin(Math.toRadians(east - job.longitude()) / 2);
    double chord = up * up + Math.cos(Math.toRadians(north)) * Math.cos(Math.toRadians(job.latitude())) * across * across;
    return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
  }

  /** 3 the same, 2 of the unit group, 1 of the minor group, 0 another or none. */
  static int closeness(Market.Job job, long code) {
    if (code < 0 || job.occupation() < 0) return 0;
    if (code / 10_000 == job.occupation()) return 3;
    int isco = (int) (code % 10_000);
    if (isco == job.isco()) return 2;
    return isco / 10 == job.isco() / 10 ? 1 : 0;
  }

  private static final int[] OCCUPATION = {0, 8, 12, 15};
  private static final int[] WISH_OCCUPATION = {0, 13, 20, 25};

  static int occupation(int closeness) {
    return OCCUPATION[closeness];
  }

  /** Kilometres are infinite for who is not near. */
  static int score(double skills, int closeness, double km, Market.Job job, long minimum) {
    return (int) Math.round(Math.min(65, skills)) + OCCUPATION[closeness] + (int) Math.round(10 * Math.exp(-0.027 * km))
        + (minimum == 0 ? 0 : job.bottom() >= minimum ? 10 : 5);
  }

  /** Contract and hours are stated by every vacancy of this market and wished for by everybody. */
  static int personScore(double skills, int closeness, double km, double radiusKm, boolean remote, Market.Job job, long minimum) {
    long distance = remote ? 20 : km <= radiusKm ? Math.round(20 * (1 - 0.5 * km / radiusKm)) : 0;
    return (int) Math.round(20 * Math.min(65, skills) / 65) + WISH_OCCUPATION[closeness] + (int) distance
        + (minimum == 0 ? 0 : job.bottom() >= minimum ? 15 : 8) + 20;
  }

  private Points() {}
}
