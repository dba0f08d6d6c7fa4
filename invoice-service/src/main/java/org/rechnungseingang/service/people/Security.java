package org.rechnungseingang.service.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.rechnungseingang.service.tenant.Tenants;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Which act each address asks for. Whatever is not named here is denied. */
@Configuration(proxyBeanMethods = false)
class Security {

    // Icons of the design system are data masks; nothing else comes from anywhere but ourselves, and nothing is inline.
    private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none';"
            + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final String LOGIN = "/login";

    private final CurrentTenant current;

    Security(CurrentTenant current) {
        this.current = current;
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return new DelegatingPasswordEncoder(
                "argon2", Map.of("argon2", Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8()));
    }

    @Bean
    @Order(1)
    SecurityFilterChain restInterface(
            HttpSecurity http,
            Tenants tenants,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors) {
        AuthenticationEntryPoint stranger =
                (request, response, e) -> refuse(errors, request, response, e, HttpStatus.UNAUTHORIZED);
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, "/api/v1/openapi.yaml")
                        .permitAll()
                        .anyRequest()
                        .access(may(Act.CALL_API)))
                .addFilterBefore(new ApiToken(tenants, current), UsernamePasswordAuthenticationFilter.class)
                .addFilterAfter(
                        new FilesFromStrangers(program -> granted(program, Act.CALL_API), stranger), ApiToken.class)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // No cookie is accepted here, so no foreign page can make a browser send one.
                .csrf(csrf -> csrf.disable())
                .exceptionHandling(handling -> handling.authenticationEntryPoint(stranger)
                        .accessDeniedHandler(
                                (request, response, e) -> refuse(errors, request, response, e, HttpStatus.FORBIDDEN)))
                .headers(Security::headers)
                .build();
    }

    // An address at which nobody answers errors must not look like a success.
    private void refuse(
            HandlerExceptionResolver errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Exception refusal,
            HttpStatus status)
            throws IOException {
        if (errors.resolveException(request, response, this, refusal) == null) {
            response.sendError(status.value());
        }
    }

    // Whoever asks with a password is answered like anybody: probes belong to no town, so there is no account to
    // compare.
    @Bean
    @Order(2)
    SecurityFilterChain probes(HttpSecurity http) {
        return forMachines(http.securityMatcher(TenantOfRequest.PROBES.toArray(String[]::new))
                        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll()))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain operation(HttpSecurity http) {
        return forMachines(http.securityMatcher("/actuator/**")
                        .authorizeHttpRequests(requests -> requests.anyRequest().access(may(Act.OPERATE)))
                        .httpBasic(Customizer.withDefaults()))
                .build();
    }

    /** What watches the service has no session and hands nothing in. */
    private static HttpSecurity forMachines(HttpSecurity http) {
        return http.addFilterAfter(FilesFromStrangers.fromNobody(), HeaderWriterFilter.class)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .headers(Security::headers);
    }

    // Who sends is told by the signature of his message, and by nothing else.
    @Bean
    @Order(4)
    SecurityFilterChain otherAccessPoints(HttpSecurity http) {
        return http.securityMatcher(TenantOfRequest.ACCESS_POINT)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .headers(Security::headers)
                .build();
    }

    @Bean
    @Order(5)
    SecurityFilterChain screens(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/login", "/assets/**", "/error", "/pages/**", "/favicon.ico", "/status/*/*")
                        .permitAll()
                        .requestMatchers("/", "/logout")
                        .authenticated()
                        .requestMatchers("/invoices/*/decide/**")
                        .access(may(Act.CERTIFY, Act.ORDER, Act.TRIAGE))
                        .requestMatchers(HttpMethod.GET, "/triage")
                        .access(may(Act.TRIAGE))
                        .requestMatchers(HttpMethod.GET, "/invoices/*/documents/*", "/invoices/*/messages/*")
                        .access(may(Act.SEE_HISTORY))
                        .requestMatchers(HttpMethod.GET, "/invoices", "/invoices/**")
                        .access(may(Act.SEE_CASES))
                        .requestMatchers("/upload", "/upload/**")
                        .access(may(Act.HAND_IN))
                        .requestMatchers("/dead-letters", "/dead-letters/**")
                        .access(may(Act.MEND))
                        .anyRequest()
                        .denyAll())
                .addFilterBefore(
                        new FilesFromStrangers(
                                person -> granted(person, Act.HAND_IN), new LoginUrlAuthenticationEntryPoint(LOGIN)),
                        CsrfFilter.class)
                .csrf(csrf -> csrf.csrfTokenRepository(new FormTokens()))
                // Kept by the browser: who only knocks leaves nothing behind in memory.
                .requestCache(cache -> cache.requestCache(new CookieRequestCache()))
                .formLogin(form -> form.loginPage(LOGIN).defaultSuccessUrl("/").failureHandler(tellWhy()))
                .logout(logout -> logout.logoutSuccessUrl("/login?loggedOut"))
                .headers(Security::headers)
                .build();
    }

    private static AuthenticationFailureHandler tellWhy() {
        return (request, response, e) -> response.sendRedirect(
                request.getContextPath() + (e instanceof LockedException ? "/login?throttled" : "/login?error"));
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN));
    }

    // A session of one town is worth nothing under the host name of another.
    private AuthorizationManager<RequestAuthorizationContext> may(Act... acts) {
        return (authentication, context) ->
                new AuthorizationDecision(Stream.of(acts).anyMatch(act -> granted(authentication.get(), act)));
    }

    private boolean granted(Authentication authentication, Act act) {
        return authentication.getPrincipal() instanceof SignedIn signedIn
                && signedIn.person().may(act)
                && current.get().filter(signedIn.person().tenant()::equals).isPresent();
    }
}
