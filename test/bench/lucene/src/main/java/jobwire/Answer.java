package jobwire;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import org.apache.lucene.index.SortedNumericDocValues;

/** What the engine answers, but for its reasons: whom a vacancy suits, by id, with both scores, best first. */
final class Answer {
  record Pair(byte[] id, int score, int personScore) {}

  private static final Comparator<Pair> BEST_FIRST =
      Comparator.comparingInt(Pair::score).reversed().thenComparing(Pair::id, Arrays::compareUnsigned);

  /** Of documents in the order of the index. */
  static Pair[] of(Market.Job job, Facts facts, int[] documents, int count) throws IOException {
    Pair[] pairs = new Pair[count];
    for (int n = 0; n < count; n++) pairs[n] = pair(job, facts, documents[n]);
    Arrays.sort(pairs, BEST_FIRST);
    return pairs;
  }

  private static Pair pair(Market.Job job, Facts facts, int doc) throws IOException {
    double km = Points.kilometres(job, facts.latitude(doc), facts.longitude(doc));
    double radiusKm = facts.radiusKm(doc);
    boolean remote = job.remote() && (facts.bits(doc) & 1) != 0;
    int closeness = Points.closeness(job, facts.occupation(doc));
    long minimum = facts.pay(doc);
    double skills = 0;
    double wished = 0;
    SortedNumericDocValues held = facts.held(doc);
    for (int n = held.docValueCount(); n > 0; n--) {
      long one = held.nextValue();
      double points = job.pointsOf((int) (one >> 3));
      wished += points;
      skills += points * People.WORTH[(int) one & 7];
    }
    int score = Points.score(skills, closeness, km <= radiusKm ? km : Double.POSITIVE_INFINITY, job, minimum);
    return new Pair(facts.id(doc), score, Points.personScore(wished, closeness, km, radiusKm, remote, job, minimum));
  }

  private Answer() {}
}
