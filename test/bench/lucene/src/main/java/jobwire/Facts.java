package jobwire;

import java.io.IOException;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedNumericDocValues;

/** What is known of one person after the other, in the order of the index. */
final class Facts {
  private final NumericDocValues bits;
  private final NumericDocValues pay;
  private final NumericDocValues latitude;
  private final NumericDocValues longitude;
  private final NumericDocValues radius;
  private final NumericDocValues occupation;
  private final SortedNumericDocValues held;
  private final BinaryDocValues id;

  Facts(LeafReader reader) throws IOException {
    bits = reader.getNumericDocValues("bits");
    pay = reader.getNumericDocValues("pay");
    latitude = reader.getNumericDocValues("latitude");
    longitude = reader.getNumericDocValues("longitude");
    radius = reader.getNumericDocValues("radius");
    occupation = reader.getNumericDocValues("occupation");
    held = reader.getSortedNumericDocValues("held");
    id = reader.getBinaryDocValues("id");
  }

  long bits(int doc) throws IOException {
    return of(bits, doc);
  }

  long pay(int doc) throws IOException {
    return of(pay, doc);
  }

  double latitude(int doc) throws IOException {
    return of(latitude, doc) / 1e6;
  }

  double longitude(int doc) throws IOException {
    return of(longitude, doc) / 1e6;
  }

  double radiusKm(int doc) throws IOException {
    return of(radius, doc) / 1e6;
  }

  /** Number times 10,000 and its ISCO code; -1 for none. */
  long occupation(int doc) throws IOException {
    return of(occupation, doc);
  }

  /** Skill times 8 and its level. */
  SortedNumericDocValues held(int doc) throws IOException {
    held.advanceExact(doc);
    return held;
  }

  byte[] id(int doc) throws IOException {
    id.advanceExact(doc);
    var bytes = id.binaryValue();
    return java.util.Arrays.copyOfRange(bytes.bytes, bytes.offset, bytes.offset + bytes.length);
  }

  private static long of(NumericDocValues values, int doc) throws IOException {
    values.advanceExact(doc);
    return values.longValue();
  }
}
