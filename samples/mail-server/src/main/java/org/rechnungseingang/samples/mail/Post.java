package org.rechnungseingang.samples.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** GreenMail, but it gives nobody a mailbox just because a mail to him has come. */
final class Post extends GreenMail {

    private final Optional<String> others;

    /** @param others the login of whoever gets what is for no account; without one it is refused */
    Post(Optional<String> others, ServerSetup... setups) {
        super(setups);
        this.others = others;
        managers = new Known();
    }

    @Override
    protected Map<String, AbstractServer> createServices(ServerSetup[] setups, Managers ours) {
        return Stream.of(setups)
                .collect(Collectors.toMap(ServerSetup::getProtocol, setup -> new Listening(setup, ours)));
    }

    /** The port of a protocol, once it has started. */
    int port(String protocol) {
        return Objects.requireNonNull(services.get(protocol)).getPort();
    }

    private @Nullable GreenMailUser recipient(String address) {
        GreenMailUser known = getUserManager().getUserByEmail(address);
        return known != null ? known : others.map(getUserManager()::getUser).orElse(null);
    }

    /** Refuses who is not known at RCPT already, as mail servers do. */
    private final class Known extends Managers {

        private final SmtpManager smtp = new SmtpManager(getImapHostManager(), getUserManager()) {
            @Override
            public @Nullable String checkRecipient(SmtpState state, MailAddress to) {
                return recipient(to.getEmail()) == null ? "550 5.1.1 no such mailbox: " + to.getEmail() : null;
            }
        };

        Known() {
            getUserManager().setMessageDeliveryHandler((mail, to) -> recipient(to.getEmail()));
        }

        @Override
        public SmtpManager getSmtpManager() {
            return smtp;
        }
    }
}
