package org.rechnungseingang.service.finance;

import java.net.URI;
import java.nio.file.Path;
import org.rechnungseingang.samples.finance.Behaviour;
import org.rechnungseingang.samples.finance.Behaviour.Mode;
import org.rechnungseingang.samples.finance.Count;
import org.rechnungseingang.samples.finance.FinanceSystemProcess;
import org.rechnungseingang.service.way.Standstill;

/** The sample finance system in a process of its own, which keeps its port and its ledger when it is killed. */
final class Partner {

    static final String TOKEN = "token-of-the-finance-system";
    /** Takes orders, and nothing becomes of them. */
    static final Behaviour TAKING = new Behaviour(Mode.NORMAL, 0, -1, -1, 0);

    /** Takes, posts and pays at once. */
    static final Behaviour PAYING = new Behaviour(Mode.NORMAL, 0, 0, 0, 0);

    static final Partner INSTANCE = new Partner();

    private final Path directory = WithFinanceSystems.directory("partner");
    private FinanceSystemProcess process = start("--port=0");

    private Partner() {
        behave(TAKING);
    }

    URI address() {
        return process.address();
    }

    Count count() {
        return process.count();
    }

    void behave(Behaviour behaviour) {
        process.behave(behaviour);
    }

    void behave(Mode mode) {
        behave(new Behaviour(mode, 0, -1, -1, 0));
    }

    /** SIGKILL. */
    void kill() {
        process.process().destroyForcibly().onExit().join();
    }

    void startAgain() {
        process = start("--port=" + process.address().getPort());
        behave(TAKING);
    }

    Standstill freeze() {
        return Standstill.of(process.process().toHandle());
    }

    private FinanceSystemProcess start(String port) {
        return FinanceSystemProcess.start(
                directory,
                TOKEN,
                port,
                "--end-with-pid=" + ProcessHandle.current().pid());
    }
}
