package jobwire;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Filters by doc values, cheapest first, and the score, for one vacancy. */
final class Fits extends SimpleCollector {
  /** Nearness and pay. */
  private static final int BESIDE = 20;

  private final Market.Job job;
  private final boolean scored;
  private final int best;
  private final int[] countOf = new int[101];
  private int least;
  private int[] documents = new int[64];
  private int[] scores = new int[64];
  private int hits;
  private LeafReader reader;
  private Facts facts;
  private Scorable scorer;

  Fits(Market.Job job, boolean scored, int least, int best) {
    this.job = job;
    this.scored = scored;
    this.least = least;
    this.best = best;
  }

  @Override
  public ScoreMode scoreMode() {
    return scored ? ScoreMode.TOP_SCORES : ScoreMode.COMPLETE_NO_SCORES;
  }

  @Override
  protected void doSetNextReader(LeafReaderContext context) throws IOException {
    reader = context.reader();
    facts = new Facts(reader);
  }

  @Override
  public void setScorer(Scorable scorer) throws IOException {
    this.scorer = scorer;
    if (scored) raise();
  }

  @Override
  public void collect(int doc) throws IOException {
    long wishes = facts.bits(doc);
    if ((wishes & job.contract()) == 0 || (wishes & job.hours()) == 0) return;
    long minimum = facts.pay(doc);
    if (minimum > job.top()) return;
    double km = Points.kilometres(job, facts.latitude(doc), facts.longitude(doc));
    boolean near = km <= facts.radiusKm(doc);
    if (!near && !(job.remote() && (wishes & 1) != 0)) return;
    if (scored) judge(near ? km : Double.POSITIVE_INFINITY, minimum, doc);
    else keep(doc, 0);
  }

  private void judge(double km, long minimum, int doc) throws IOException {
    int closeness = Points.closeness(job, facts.occupation(doc));
    // The query's score is that of skills and occupation.
    int score = Points.score(scorer.score() - Points.occupation(closeness), closeness, km, job, minimum);
    if (score < least) return;
    countOf[score]++;
    keep(doc, score);
    if (hits >= best) raise();
  }

  private void keep(int doc, int score) {
    if (hits == documents.length) {
      documents = Arrays.copyOf(documents, 2 * hits);
      scores = Arrays.copyOf(scores, 2 * hits);
    }
    documents[hits] = doc;
    scores[hits++] = score;
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

  /** Nobody is read again who cannot be among the best. */
  Answer.Pair[] answer() throws IOException {
    if (hits == 0) return new Answer.Pair[0];
    int kept = 0;
    for (int n = 0; n < hits; n++) if (!scored || scores[n] >= least) documents[kept++] = documents[n];
    Answer.Pair[] pairs = Answer.of(job, new Facts(reader), documents, kept);
    return kept <= best ? pairs : Arrays.copyOf(pairs, best);
  }
}
