package org.rechnungseingang.schematron.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** One page for all files, written when the last is done: it begins with an overview. */
final class HtmlReport implements Report {

    private final PrintWriter out;
    private final Language language;
    private final LocalDate on;
    private final List<Account> accounts = new ArrayList<>();
    private final List<HtmlPage.Unread> unread = new ArrayList<>();

    HtmlReport(PrintWriter out, Language language, LocalDate on) {
        this.out = out;
        this.language = language;
        this.on = on;
    }

    @Override
    public void add(String file, Checked checked) {
        accounts.add(Account.of(file, checked, language));
    }

    @Override
    public void unread(String file, String reason) {
        unread.add(new HtmlPage.Unread(file, reason));
    }

    @Override
    public void end() {
        StringBuilder html = new StringBuilder("<!DOCTYPE html>\n");
        new HtmlPage(language, on, accounts, unread).markup().write(html);
        out.print(html);
        out.flush();
    }
}
