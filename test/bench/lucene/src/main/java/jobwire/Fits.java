package jobwire;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Filters by doc values, cheapest first, and the whole score, for one vacancy. */
final class Fits extends SimpleCollector {
  /** Nearness and pay. */
  private static final int BESIDE = 20;
  private static final double EARTH_KM = 6371.0088;

  private final Market.Job job;
  private final boolean strict;
  private final int best;
  private final int[] countOf = new int[101];
  private int least;
  int hits;
  private Scorable scorer;
  private NumericDocValues bits;
  private NumericDocValues pay;
  private NumericDocValues latitude;
  private NumericDocValues longitude;
  private NumericDocValues radius;
  private NumericDocValues occupation;

  Fits(Market.Job job, boolean strict, int least, int best) {
    this.job = job;
    this.strict = strict;
    this.least = least;
    this.best = best;
  }

  @Override
  public ScoreMode scoreMode() {
    return strict ? ScoreMode.COMPLETE_NO_SCORES : ScoreMode.TOP_SCORES;
  }

  @Override
  protected void doSetNextReader(LeafReaderContext context) throws IOException {
    bits = context.reader().getNumericDocValues("bits");
    pay = context.reader().getNumericDocValues("pay");
    latitude = context.reader().getNumericDocValues("latitude");
    longitude = context.reader().getNumericDocValues("longitude");
    radius = context.reader().getNumericDocValues("radius");
    occupation = context.reader().getNumericDocValues("occupation");
  }

  @Override
  public void setScorer(Scorable scorer) throws IOException {
    this.scorer = scorer;
    if (!strict) raise();
  }

  @Override
  public void collect(int doc) throws IOException {
    long wishes = of(bits, doc);
    if ((wishes & job.contract()) == 0 || (wishes & job.hours()) == 0) return;
    long minimum = of(pay, doc);
    if (minimum > job.top()) return;
    double km = kilometres(of(latitude, doc) / 1e6, of(longitude, doc) / 1e6);
    boolean near = km <= of(radius, doc) / 1e6;
    if (!near && !(job.remote() && (wishes & 1) != 0)) return;
    if (strict) hits++;
    else judge(near ? km : Double.POSITIVE_INFINITY, minimum, doc);
  }

  private void judge(double km, long minimum, int doc) throws IOException {
    int close = closeness(of(occupation, doc));
    // The query's score is that of skills and occupation.
    int score = (int) Math.round(Math.min(65, scorer.score() - close)) + close
        + (int) Math.round(10 * Math.exp(-0.027 * km)) + (minimum == 0 ? 0 : job.bottom() >= minimum ? 10 : 5);
    if (score < least) return;
    countOf[score]++;
    if (++hits >= best) raise();
  }

  /** Nobody below the worst of the best so far can come in. */
  private void raise() throws IOException {
    int left = best;
    for (int score = 100; hits >= best && score > least; score--) {
      left -= countOf[score];
      if (left <= 0) least = score;
    }
    scorer.setMinCompetitiveScore(Math.max(0, least - BESIDE - 0.51f));
  }

  int found() {
    return Math.min(hits, best);
  }

  private int closeness(long code) {
    if (code < 0 || job.occupation() < 0) return 0;
    if (code / 10_000 == job.occupation()) return 15;
    int isco = (int) (code % 10_000);
    if (isco == job.isco()) return 12;
    return isco / 10 == job.isco() / 10 ? 8 : 0;
  }

  private double kilometres(double north, double east) {
    double up = Math.sin(Math.toRadians(north - job.latitude()) / 2);
    double across = Math.sin(Math.toRadians(east - job.longitude()) / 2);
    double chord = up * up + Math.cos(Math.toRadians(north)) * Math.cos(Math.toRadians(job.latitude())) * across * across;
    return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
  }

  private static long of(NumericDocValues values, int doc) throws IOException {
    values.advanceExact(doc);
    return values.longValue();
  }
}
