package jobwire;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.MMapDirectory;

/** The same questions as bench:matcher asks the engine, to Lucene. Run by hand: see docs/matching.md. */
public final class LuceneBench {
  /** Of the warm-up, until the compiler has nothing left to do. */
  private static final int ROUNDS = 40;
  /** Nobody is named or scored, only counted. */
  private static final String COUNTED = "strict, counted";
  /** Lucene scores as in the other modes, where "strict" computes the scores of those few who fit from doc values. */
  private static final String SCORED = "strict, scored by the query";
  private static final String[] MODES = {COUNTED, "strict", SCORED, "soft", "top 100"};
  private static final int EVERYBODY = Integer.MAX_VALUE;
  private static final Answer.Pair[] NOBODY = {};

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    List<Market.Job> warmUp = Market.jobs(folder.resolve("warm-up.txt"));
    List<Market.Job> jobs = Market.jobs(folder.resolve("vacancies.txt"));
    Path place = Files.createTempDirectory("lucene-bench");
    try (MMapDirectory directory = new MMapDirectory(place);
        DirectoryReader reader = People.index(folder, directory)) {
      System.out.printf("%d people in %d segment, %d vacancies%n", reader.numDocs(), reader.leaves().size(), jobs.size());
      IndexSearcher searcher = new IndexSearcher(reader);
      searcher.setSimilarity(new People.Worth());
      searcher.setQueryCache(null);
      for (int round = 0; round < ROUNDS; round++)
        for (String mode : MODES) for (Market.Job job : warmUp) search(mode, searcher, job);
      for (String mode : MODES) ask(mode, searcher, jobs);
    }
  }

  /** Each once, as the benchmark does. */
  private static void ask(String mode, IndexSearcher searcher, List<Market.Job> jobs) throws IOException {
    var threads = ManagementFactory.getThreadMXBean();
    double[] micros = new double[jobs.size()];
    List<Answer.Pair> pairs = new ArrayList<>();
    for (int n = 0; n < micros.length; n++) {
      long began = threads.getCurrentThreadCpuTime();
      Answer.Pair[] answer = search(mode, searcher, jobs.get(n));
      micros[n] = (threads.getCurrentThreadCpuTime() - began) / 1e3;
      pairs.addAll(List.of(answer));
    }
    double mean = Arrays.stream(micros).average().orElse(0);
    Arrays.sort(micros);
    System.out.printf("%s: mean %.1f us, p50 %.1f, p99 %.1f of processor time", mode, mean, micros[micros.length / 2],
        micros[micros.length * 99 / 100]);
    System.out.printf("; %.2f pairs of score %.2f and person score %.2f%n", (double) pairs.size() / micros.length,
        pairs.stream().mapToInt(Answer.Pair::score).average().orElse(0),
        pairs.stream().mapToInt(Answer.Pair::personScore).average().orElse(0));
  }

  private static Answer.Pair[] search(String mode, IndexSearcher searcher, Market.Job job) throws IOException {
    boolean strict = mode.startsWith("strict");
    boolean scored = !strict || mode.equals(SCORED);
    int least = strict ? 0 : mode.equals("soft") ? 50 : 30;
    Fits fits = new Fits(job, scored, least, mode.equals("top 100") ? 100 : EVERYBODY);
    searcher.search(scored ? scored(job, strict) : required(job), fits);
    return mode.equals(COUNTED) ? NOBODY : fits.answer();
  }

  private static Query required(Market.Job job) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (int n = 0; n < job.skills().length; n++)
      if (job.required()[n]) query.add(skill(job, n), Occur.FILTER);
    return query.build();
  }

  /** Points of skills and occupation, so that the best blocks can be told from the others. */
  private static Query scored(Market.Job job, boolean strict) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (int n = 0; n < job.skills().length; n++)
      query.add(new BoostQuery(skill(job, n), job.points()[n]),
          job.must()[n] || strict && job.required()[n] ? Occur.MUST : Occur.SHOULD);
    if (job.occupation() >= 0) {
      query.add(constant("minor", job.isco() / 10, 8), Occur.SHOULD);
      query.add(constant("unit", job.isco(), 4), Occur.SHOULD);
      query.add(constant("same", job.occupation(), 3), Occur.SHOULD);
    }
    return query.build();
  }

  private static Query skill(Market.Job job, int n) {
    return new TermQuery(new Term("skills", Integer.toString(job.skills()[n])));
  }

  private static Query constant(String field, int value, float points) {
    return new BoostQuery(new ConstantScoreQuery(new TermQuery(new Term(field, Integer.toString(value)))), points);
  }

  private LuceneBench() {}
}
