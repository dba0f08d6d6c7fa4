package org.rechnungseingang.service.portal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rechnungseingang.service.portal.api.Partner.File;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;

@WithServer
class HandInInvoicesIT {

    @LocalServerPort
    private int port;

    @Autowired
    private Environment environment;

    private Partner partner;
    private Rows rows;

    @BeforeEach
    void connect() {
        partner = Partner.ofAnstadt(port);
        rows = new Rows(environment);
    }

    @Test
    void answersANewFileWithItsReceipt() {
        Answer answer = partner.handIn(Files.invoice("new"));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.at("/known")).isEqualTo("false");
        assertThat(answer.at("/receiptNumber")).startsWith("ANS-");
        assertThat(answer.header("Location"))
                .isEqualTo(answer.at("/statusUrl"))
                .isEqualTo("/api/v1/invoices/" + answer.at("/receiptNumber"));
    }

    @Test
    void givesTheSameBytesTheSameReceiptNumberAndSaysSo() {
        Answer first = partner.handIn(Files.invoice("twice"));
        Answer second = partner.handIn(Files.invoice("twice"));

        assertThat(second.status()).isEqualTo(202);
        assertThat(second.at("/known")).isEqualTo("true");
        assertThat(second.at("/receiptNumber")).isEqualTo(first.at("/receiptNumber"));
    }

    @Test
    void opensOneCaseForTwentyEqualPostsAtOnce() {
        long cases = rows.count("invoice_case");
        long deliveries = rows.count("delivery");

        List<Answer> answers = atOnce(20, () -> partner.handIn(Files.invoice("at once")));

        assertThat(answers).extracting(Answer::status).containsOnly(202);
        assertThat(answers.stream().map(answer -> answer.at("/receiptNumber")).distinct())
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.at("/known").equals("false")))
                .hasSize(1);
        assertThat(rows.count("invoice_case")).isEqualTo(cases + 1);
        assertThat(rows.count("delivery")).isEqualTo(deliveries + 20);
    }

    @Test
    void keepsTheTownsApart() {
        Answer here = partner.handIn(Files.invoice("both"));
        Answer there = Partner.ofBeistadt(port).handIn(Files.invoice("both"));

        assertThat(here.at("/receiptNumber")).startsWith("ANS-");
        assertThat(there.at("/receiptNumber")).startsWith("BEI-");
        assertThat(there.at("/known")).isEqualTo("false");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/xml",
                "text/xml; charset=ISO-8859-1",
                // What curl says when nobody tells it better: no filter may take the body for a form.
                "application/x-www-form-urlencoded",
                "application/json",
                "nonsense"
            })
    void takesABodyOfWhateverDeclaredTypeUnchanged(String type) {
        Answer answer = partner.handIn(Files.invoice(type), "Content-Type", type);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(partner.checked(answer.at("/receiptNumber")).at("/invoice/number"))
                .isEqualTo(type);
    }

    @Test
    void keepsTheNameOfTheFileWithoutItsPath() {
        Answer answer = partner.handIn(
                Files.invoice("named"), "Content-Disposition", "attachment; filename=\"../../etc/RE-1.xml\"");

        assertThat(partner.status(answer.at("/receiptNumber")).at("/fileName")).isEqualTo("RE-1.xml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"attachment; filename=", "attachment; filename*=UTF-8''%zz", ";;;", "\"", "attachment"})
    void takesAnInvoiceWhoseNameCannotBeRead(String disposition) {
        Answer answer = partner.handIn(Files.invoice(disposition), "Content-Disposition", disposition);

        assertThat(answer.status()).isEqualTo(202);
    }

    @Test
    void keepsWhatIsNoInvoiceAndSaysWhatToSendInstead() {
        Answer receipt = partner.handIn(Files.text("Anbei unsere Rechnung über 100 Euro."));
        Answer status = partner.checked(receipt.at("/receiptNumber"));

        assertThat(receipt.status()).isEqualTo(202);
        assertThat(status.at("/mark/code")).isEqualTo("on-hold");
        assertThat(status.at("/verdict/outcome")).isEqualTo("no-invoice");
        assertThat(status.at("/verdict/advice")).contains("XRechnung");
    }

    @Test
    void answersSeveralFilesInTheirOrder() {
        Answer answer = partner.handIn(
                new File("b.xml", Files.invoice("b")),
                new File("a.xml", Files.invoice("a")),
                new File("b-again.xml", Files.invoice("b")));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().at("/results").values().stream()
                        .map(result -> result.get("file").asString()))
                .containsExactly("b.xml", "a.xml", "b-again.xml");
        assertThat(answer.at("/results/0/receipt/known")).isEqualTo("false");
        assertThat(answer.at("/results/2/receipt/known")).isEqualTo("true");
        assertThat(answer.at("/results/2/receipt/receiptNumber"))
                .isEqualTo(answer.at("/results/0/receipt/receiptNumber"));
        assertThat(answer.header("Location")).isEmpty();
    }

    @Test
    void keepsTheOthersWhenOneOfSeveralFilesIsRefused() {
        Answer answer = partner.handIn(
                new File("empty.xml", new byte[0]),
                new File("good.xml", Files.invoice("beside bad ones")),
                new File("large.xml", Files.anything(Files.LIMIT + 1, 1)));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.at("/results/0/problem/code")).isEqualTo("empty-body");
        assertThat(partner.status(answer.at("/results/1/receipt/receiptNumber")).status())
                .isEqualTo(200);
        assertThat(answer.at("/results/2/problem/code")).isEqualTo("too-large");
        assertThat(answer.at("/results/2/problem/limit")).isEqualTo("15728640");
    }

    @Test
    void answersAProblemWhenNoneOfSeveralFilesIsKept() {
        Answer answer = partner.handIn(new File("1.xml", new byte[0]), new File("2.xml", new byte[0]));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/code")).isEqualTo("empty-body");
        assertThat(answer.json().at("/results")).hasSize(2);
    }

    @Test
    void tellsWhereToAskForTheOnlyOneOfSeveral() {
        Answer answer = partner.handIn(new File("Büro & Söhne.xml", Files.invoice("only one")));

        assertThat(answer.header("Location")).isEqualTo(answer.at("/results/0/receipt/statusUrl"));
        assertThat(answer.at("/results/0/file")).isEqualTo("Büro & Söhne.xml");
    }

    @Test
    void refusesAnEmptyBody() {
        Answer answer = partner.handIn(new byte[0]);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/code")).isEqualTo("empty-body");
    }

    @Test
    void refusesAFormWithoutFiles() {
        assertThat(partner.handIn().at("/code")).isIn("empty-body", "bad-request");
    }

    @Test
    void takesAFileOfExactlyTheLimit() {
        assertThat(partner.handIn(Files.anything(Files.LIMIT, 2)).status()).isEqualTo(202);
        assertThat(partner.handInChunked(Files.anything(Files.LIMIT, 3)).status())
                .isEqualTo(202);
    }

    @Test
    void refusesOneByteMoreWhetherItIsAnnouncedOrNot() {
        byte[] large = Files.anything(Files.LIMIT + 1, 4);
        long cases = rows.count("invoice_case");

        for (Answer answer : List.of(partner.handIn(large), partner.handInChunked(large))) {
            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.at("/code")).isEqualTo("too-large");
            assertThat(answer.at("/limit")).isEqualTo("15728640");
        }
        assertThat(rows.count("invoice_case")).isEqualTo(cases);
    }

    @Test
    void keepsNothingOfABodyThatEndsEarly() {
        long originals = rows.count("original");
        try (Line line = new Line(port)) {
            line.write("POST /api/v1/invoices HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + Partner.TOKEN
                    + "\r\nContent-Length: 2000\r\n\r\n<Invoice>");
            assertThat(line.hangUpAndRead()).doesNotContain(" 202 ");
        }
        assertThat(rows.count("original")).isEqualTo(originals);
    }

    @Test
    void countsFromTheArrivalOfTheRequestAndNotOfItsLastByte() {
        byte[] file = Files.invoice("slow");
        Instant between;
        String answer;
        try (Line line = new Line(port)) {
            line.write("POST /api/v1/invoices HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + Partner.TOKEN
                    + "\r\nContent-Length: " + file.length + "\r\n\r\n");
            // The request has arrived once the service waits for its body.
            await().atMost(Duration.ofSeconds(60)).until(HandInInvoicesIT::someBodyIsAwaited);
            between = Instant.now();
            line.write(file);
            answer = line.hangUpAndRead();
        }
        assertThat(answer).startsWith("HTTP/1.1 202 ");
        String number = partner.handIn(file).at("/receiptNumber");
        assertThat(Instant.parse(partner.status(number).at("/receivedAt"))).isBefore(between);
    }

    @Test
    void refusesAnotherPackagingThanFormData() {
        assertThat(partner.handIn(Files.text("--x--"), "Content-Type", "multipart/mixed; boundary=x")
                        .at("/code"))
                .isEqualTo("unsupported-media-type");
        assertThat(partner.handIn(Files.invoice("zipped"), "Content-Encoding", "gzip")
                        .status())
                .isEqualTo(415);
    }

    @Test
    void refusesAFormThatCannotBeRead() {
        Answer answer = partner.handIn(Files.text("no parts"), "Content-Type", "multipart/form-data");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/code")).isEqualTo("bad-request");
    }

    private static boolean someBodyIsAwaited() {
        return Thread.getAllStackTraces().values().stream()
                .flatMap(Arrays::stream)
                .anyMatch(frame -> frame.getClassName().equals(Uploads.class.getName())
                        && frame.getMethodName().equals("whole"));
    }

    private static List<Answer> atOnce(int times, Callable<Answer> call) {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            return threads.invokeAll(Stream.generate(() -> call).limit(times).toList()).stream()
                    .map(HandInInvoicesIT::get)
                    .toList();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdown();
        }
    }

    private static Answer get(Future<Answer> answer) {
        try {
            return answer.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
