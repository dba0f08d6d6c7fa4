package org.rechnungseingang.samples.peppol;

import com.helger.collection.commons.CommonsArrayList;
import com.helger.http.EHttpMethod;
import com.helger.phase4.crypto.IAS4CryptoFactory;
import com.helger.phase4.incoming.AS4RequestHandler;
import com.helger.phase4.incoming.AS4ServerInitializer;
import com.helger.phase4.servlet.AS4UnifiedResponse;
import com.helger.phase4.servlet.AS4XServletHandler;
import com.helger.phase4.servlet.IAS4ServletRequestHandlerCustomizer;
import com.helger.web.scope.IRequestWebScopeWithoutResponse;
import com.helger.web.scope.mgr.WebScopeManager;
import com.helger.xservlet.AbstractXServlet;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Set;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;

/** An access point that receives (corner 3): phase4's servlet in a Tomcat on 127.0.0.1. */
final class AccessPoint implements IAS4ServletRequestHandlerCustomizer {

    private final Connector connector = new Connector();
    private final IAS4CryptoFactory crypto;
    private final Payloads payloads;

    private AccessPoint(Pki pki, String as, Path directory) throws GeneralSecurityException, IOException {
        this.crypto = pki.crypto(as);
        this.payloads = new Payloads(pki, directory);
    }

    /**
     * Listens when it returns.
     *
     * @param port 0 for a free one
     * @param as whose key it has
     * @param directory gets what is received
     */
    static AccessPoint start(int port, Pki pki, String as, Path directory)
            throws GeneralSecurityException, IOException, LifecycleException {
        AccessPoint accessPoint = new AccessPoint(pki, as, directory);
        accessPoint.listen(port, directory.resolve(".tomcat").toAbsolutePath());
        return accessPoint;
    }

    int port() {
        return connector.getLocalPort();
    }

    @Override
    public void customizeBeforeHandling(
            IRequestWebScopeWithoutResponse request, AS4UnifiedResponse response, AS4RequestHandler handler) {
        handler.setCryptoFactory(crypto);
        handler.setProcessorSupplier(() -> new CommonsArrayList<>(payloads));
    }

    @Override
    public void customizeAfterHandling(
            IRequestWebScopeWithoutResponse request, AS4UnifiedResponse response, AS4RequestHandler handler) {}

    private void listen(int port, Path work) throws IOException, LifecycleException {
        connector.setPort(port);
        connector.setProperty("address", "127.0.0.1");
        Files.createDirectories(work);
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(work.toString());
        tomcat.setConnector(connector);
        tomcat.addContext("", work.toString())
                .addServletContainerInitializer((classes, context) -> register(context), Set.of());
        tomcat.start();
    }

    private void register(ServletContext context) {
        WebScopeManager.onGlobalBegin(context);
        AS4ServerInitializer.initAS4Server();
        context.addServlet("as4", new Receiving(this)).addMapping("/as4");
    }

    private static final class Receiving extends AbstractXServlet {

        Receiving(AccessPoint accessPoint) {
            settings().setMultipartEnabled(false);
            AS4XServletHandler handler = new AS4XServletHandler();
            handler.setRequestHandlerCustomizer(accessPoint);
            handlerRegistry().registerHandler(EHttpMethod.POST, handler);
        }
    }
}
