package org.rechnungseingang.samples.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Sends the sample invoices as mails. */
@Command(
        name = "send-samples",
        mixinStandardHelpOptions = true,
        description = "Sends sample invoices as mails: one of each shape, or with --each every sample in its own mail.")
public final class SendSamples implements Callable<Integer> {

    @Option(names = "--host", defaultValue = "127.0.0.1", description = "The SMTP server.")
    private String host = "";

    @Option(names = "--port", required = true, description = "Its port.")
    private int port;

    @Option(names = "--to", defaultValue = "rechnung@musterstadt.example", description = "The town's address.")
    private String to = "";

    @Option(names = "--samples", defaultValue = "samples", description = "The folder with good/ and bad/ in it.")
    private Path samples = Path.of("samples");

    @Option(names = "--each", description = "Every sample, each in a mail of its own.")
    private boolean each;

    private SendSamples() {}

    /** Ends with 0 if all were taken. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new SendSamples()).execute(arguments));
    }

    @Override
    public Integer call() throws MessagingException {
        SampleMails all = new SampleMails(samples, to, Clock.systemUTC());
        List<MimeMessage> mails = each ? all.each() : all.shapes();
        new Supplier(host, port).send(mails);
        System.out.println(mails.size() + " mails sent to " + to);
        return 0;
    }
}
