package jobwire;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
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
  private static final int ROUNDS = 12;
  private static final int EVERYBODY = Integer.MAX_VALUE;

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
      for (String mode : new String[] {"strict", "soft", "top 100"}) {
        for (int round = 0; round < ROUNDS; round++) for (Market.Job job : warmUp) search(mode, searcher, job);
        ask(mode, searcher, jobs);
      }
    }
  }

  /** Each once, as the benchmark does. */
  private static void ask(String mode, IndexSearcher searcher, List<Market.Job> jobs) throws IOException {
    var threads = ManagementFactory.getThreadMXBean();
    double[] micros = new double[jobs.size()];
    long hits = 0;
    for (int n = 0; n < micros.length; n++) {
      long began = threads.getCurrentThreadCpuTime();
      hits += search(mode, searcher, jobs.get(n));
      micros[n] = (threads.getCurrentThreadCpuTime() - began) / 1e3;
    }
    double mean = Arrays.stream(micros).average().orElse(0);
    Arrays.sort(micros);
    System.out.printf("%s: mean %.0f us, p50 %.0f, p99 %.0f of processor time, %.2f hits%n", mode, mean,
        micros[micros.length / 2], micros[micros.length * 99 / 100], (double) hits / micros.length);
  }

  private static int search(String mode, IndexSearcher searcher, Market.Job job) throws IOException {
    boolean strict = mode.equals("strict");
    Fits fits = new Fits(job, strict, mode.equals("soft") ? 50 : 30, mode.equals("top 100") ? 100 : EVERYBODY);
    searcher.search(strict ? required(job) : scored(job), fits);
    return fits.found();
  }

  private static Query required(Market.Job job) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (int n = 0; n < job.skills().length; n++)
      if (job.required()[n]) query.add(skill(job, n), Occur.FILTER);
    return query.build();
  }

  /** Points of skills and occupation, so that the best blocks can be told from the others. */
  private static Query scored(Market.Job job) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (int n = 0; n < job.skills().length; n++)
      query.add(new BoostQuery(skill(job, n), job.points()[n]), job.must()[n] ? Occur.MUST : Occur.SHOULD);
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
