package jobwire;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedNumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;

/** An index of people in one segment: terms for skills with the level as their frequency, doc values for the rest. */
final class People {
  /** What a level is worth; not stated, 0, counts as practised. As frequencies never less for a higher one, as block maxima ask. */
  static final float[] WORTH = {0.85f, 0.7f, 0.85f, 0.95f, 1};

  static DirectoryReader index(Path folder, Directory directory) throws IOException {
    IndexWriterConfig config = new IndexWriterConfig().setSimilarity(new Worth()).setRAMBufferSizeMB(512);
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      Market.people(folder, person -> writer.addDocument(document(person)));
      writer.forceMerge(1);
    }
    return DirectoryReader.open(directory);
  }

  private static Document document(Market.Person person) {
    Document document = new Document();
    document.add(new Field("skills", new Skills(person), Skills.TYPE));
    document.add(new BinaryDocValuesField("id", new BytesRef(person.id())));
    for (int n = 0; n < person.skills().length; n++)
      document.add(new SortedNumericDocValuesField("held", person.skills()[n] * 8L + person.levels()[n]));
    document.add(new NumericDocValuesField("bits", person.bits()));
    document.add(new NumericDocValuesField("pay", person.pay()));
    document.add(new NumericDocValuesField("latitude", Math.round(person.latitude() * 1e6)));
    document.add(new NumericDocValuesField("longitude", Math.round(person.longitude() * 1e6)));
    document.add(new NumericDocValuesField("radius", Math.round(person.radiusKm() * 1e6)));
    document.add(new NumericDocValuesField("occupation", person.occupation() < 0 ? -1 : person.occupation() * 10_000L + person.isco()));
    if (person.occupation() >= 0) {
      document.add(new StringField("same", "" + person.occupation(), Field.Store.NO));
      document.add(new StringField("unit", "" + person.isco(), Field.Store.NO));
      document.add(new StringField("minor", "" + person.isco() / 10, Field.Store.NO));
    }
    return document;
  }

  /** A skill's points times what its level is worth. */
  static final class Worth extends Similarity {
    @Override
    public long computeNorm(FieldInvertState state) {
      return 1;
    }

    @Override
    public SimScorer scorer(float boost, CollectionStatistics collection, TermStatistics... terms) {
      return new SimScorer() {
        @Override
        public float score(float frequency, long norm) {
          return boost * WORTH[Math.min(4, (int) frequency)];
        }
      };
    }
  }

  private static final class Skills extends TokenStream {
    static final FieldType TYPE = new FieldType();

    static {
      TYPE.setTokenized(true);
      TYPE.setOmitNorms(true);
      TYPE.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
      TYPE.freeze();
    }

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
    private final Market.Person person;
    private int next;

    Skills(Market.Person person) {
      this.person = person;
    }

    @Override
    public boolean incrementToken() {
      if (next == person.skills().length) return false;
      clearAttributes();
      term.append(Integer.toString(person.skills()[next]));
      // Not stated counts as practised.
      int level = person.levels()[next++];
      frequency.setTermFrequency(level == 0 ? 2 : level);
      return true;
    }

    @Override
    public void reset() throws IOException {
      super.reset();
      next = 0;
    }
  }

  private People() {}
}
