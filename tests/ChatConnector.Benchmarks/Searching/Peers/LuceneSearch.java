import java.io.*;
import java.lang.management.ManagementFactory;
import java.nio.file.*;
import java.util.*;
import java.util.stream.*;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.*;
import org.apache.lucene.index.*;
import org.apache.lucene.search.*;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.*;

/** Takes in the documents of a folder, puts its asks, and prints what it took. */
public class LuceneSearch {
  static final int BEST_DOCUMENTS = 300, BEST_PEOPLE = 10, TRIES = 3;
  static final long LONGEST_WARM_UP = 4_000_000_000L, LONGEST_RUN = 25_000_000_000L;

  private final List<Integer> people = new ArrayList<>();
  private IndexSearcher searcher;
  private double[] sums;

  public static void main(String[] args) throws Exception {
    new LuceneSearch().run(Path.of(args[0]));
  }

  private void run(Path folder) throws Exception {
    double began = cpu();
    build(folder);
    double built = cpu() - began;
    List<String> asks = Files.readAllLines(folder.resolve("asks.txt"));
    long start = System.nanoTime();
    for (int round = 0; System.nanoTime() - start < LONGEST_WARM_UP; round++)
      find(asks.get(round % asks.size()));
    List<Double> times = new ArrayList<>();
    double used = cpu();
    int put = 0;
    start = System.nanoTime();
    for (String ask : asks) {
      if (System.nanoTime() - start > LONGEST_RUN) break;
      double quickest = Double.MAX_VALUE;
      for (int attempt = 0; attempt < TRIES; attempt++, put++) {
        long watch = System.nanoTime();
        find(ask);
        quickest = Math.min(quickest, (System.nanoTime() - watch) / 1e6);
      }
      times.add(quickest);
    }
    double spent = (cpu() - used) / put;
    List<String> best = new ArrayList<>();
    for (String ask : asks.subList(0, times.size()))
      best.add(find(ask).toString());
    Collections.sort(times);
    System.out.printf(Locale.ROOT, "{\"buildSeconds\":%f,\"cpu\":%f,\"p50\":%f,\"p99\":%f,\"megabytes\":%f,\"asks\":%d,\"best\":%s}%n",
        built / 1000, spent, times.get(times.size() / 2), times.get(times.size() * 99 / 100), resident(), times.size(), best);
  }

  private void build(Path folder) throws IOException {
    Directory directory = new MMapDirectory(Files.createDirectories(folder.resolve("lucene")));
    IndexWriterConfig config = new IndexWriterConfig(new WhitespaceAnalyzer()).setOpenMode(IndexWriterConfig.OpenMode.CREATE).setRAMBufferSizeMB(256);
    FieldType counted = new FieldType();
    counted.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    counted.setTokenized(true);
    counted.freeze();
    try (IndexWriter writer = new IndexWriter(directory, config); BufferedReader reader = Files.newBufferedReader(folder.resolve("documents.txt"))) {
      for (String line; (line = reader.readLine()) != null; ) {
        int tab = line.indexOf('\t');
        Document document = new Document();
        document.add(new Field("text", line.substring(tab + 1), counted));
        writer.addDocument(document);
        people.add(Integer.parseInt(line.substring(0, tab)));
      }
      writer.forceMerge(1);
    }
    searcher = new IndexSearcher(DirectoryReader.open(directory));
    searcher.setSimilarity(new BM25Similarity(1.2f, 0.6f));
    searcher.setQueryCache(null);
    sums = new double[Collections.max(people) + 1];
  }

  // In one segment a document's number is the order in which it came.
  private List<Integer> find(String ask) throws IOException {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (String word : new LinkedHashSet<>(Arrays.asList(ask.split(" "))))
      query.add(new TermQuery(new Term("text", word)), BooleanClause.Occur.SHOULD);
    Set<Integer> touched = new LinkedHashSet<>();
    for (ScoreDoc hit : searcher.search(query.build(), BEST_DOCUMENTS).scoreDocs) {
      int person = people.get(hit.doc);
      touched.add(person);
      sums[person] += hit.score;
    }
    List<Integer> best = touched.stream().sorted(Comparator.comparingDouble(person -> -sums[person])).limit(BEST_PEOPLE).collect(Collectors.toList());
    for (int person : touched)
      sums[person] = 0;
    return best;
  }

  private static double cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e6;
  }

  private static double resident() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("VmRSS")).mapToDouble(line -> Double.parseDouble(line.split("\\s+")[1]) / 1000).findFirst().orElse(0);
  }
}
