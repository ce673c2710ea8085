package vn.tiendo.notifications.channel;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.tiendo.kit.time.Days;
import vn.tiendo.notifications.channel.Message.Item;
import vn.tiendo.notifications.preference.Category;
import vn.tiendo.notifications.preference.ChannelKind;
import vn.tiendo.notifications.preference.UnsubscribeLinks;

/// Writes a message as a mail: text and HTML, escaped, with headers that tell other machines that a machine wrote it.
@ApplicationScoped
class MailComposer {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final String HTML = "text/html";

    private static final Template PAGE = Engine.builder()
            .addDefaults()
            .addResultMapper(new HtmlEscaper(List.of(HTML)))
            .build()
            .parse("""
                    <!DOCTYPE html>
                    <html lang="{language}"><head><meta charset="utf-8"><title>{subject}</title></head><body>
                    {#for item in items}<h2>{item.get('title')}</h2><p style="white-space: pre-line">{item.get('text')}</p>
                    {/for}<hr><p>{foot}</p>
                    {#for link in links}<p>{link.get('words')}<a href="{link.get('href')}">{link.get('href')}</a></p>
                    {/for}</body></html>
                    """, Variant.forContentType(HTML));

    @Inject
    MailConfig config;

    @Inject
    UnsubscribeLinks unsubscribe;

    private final InstantSource realTime = InstantSource.system();

    MimeMessage compose(Session session, Message message) throws MessagingException {
        var subject = subjectOf(message);
        var links = linksOf(message);
        var mail = envelope(session, message.id(), message.address().address(), subject);
        links.values().stream().findFirst().ifPresent(link -> addUnsubscribe(mail, link));
        var parts = new MimeMultipart("alternative");
        parts.addBodyPart(part(text(message, links), "plain"));
        parts.addBodyPart(part(html(message, subject, links), "html"));
        mail.setContent(parts);
        mail.saveChanges();
        return mail;
    }

    MimeMessage code(Session session, UUID id, String address, String code) throws MessagingException {
        var mail = envelope(session, id, address, ChannelTexts.of("code.subject", "vi"));
        mail.setText(ChannelTexts.code(code, "vi") + "\n\n" + ChannelTexts.code(code, "en"), UTF_8);
        mail.saveChanges();
        return mail;
    }

    private MimeMessage envelope(Session session, UUID id, String address, String subject) throws MessagingException {
        var mail = new Mail(session, "<" + id + "@" + domain() + ">");
        try {
            mail.setFrom(new InternetAddress(config.from(), config.fromName(), UTF_8));
        } catch (UnsupportedEncodingException defect) {
            throw new IllegalStateException(defect);
        }
        if (config.replyTo().isPresent()) {
            mail.setReplyTo(InternetAddress.parse(config.replyTo().get(), true));
        }
        mail.setRecipient(RecipientType.TO, new InternetAddress(address, true));
        mail.setSubject(oneLine(subject), UTF_8);
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setHeader("X-Auto-Response-Suppress", "All");
        mail.setHeader(
                "Date",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(realTime.instant().atZone(Days.ZONE)));
        return mail;
    }

    /// A line break in what becomes a header would begin another header.
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    String domain() {
        return config.from().substring(config.from().indexOf('@') + 1);
    }

    /// By RFC 8058: mail programs show a button that needs no visit.
    private static void addUnsubscribe(MimeMessage mail, URI link) {
        try {
            mail.setHeader("List-Unsubscribe", "<" + link.toASCIIString() + ">");
            mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        } catch (MessagingException defect) {
            throw new IllegalStateException(defect);
        }
    }

    private static String subjectOf(Message message) {
        return message.items().size() == 1
                ? message.items().getFirst().title()
                : ChannelTexts.of("digest.subject", message.language())
                        .replace("{count}", Integer.toString(message.items().size()));
    }

    /// One per category that can be switched off.
    private Map<Category, URI> linksOf(Message message) {
        var links = new LinkedHashMap<Category, URI>();
        for (var item : message.items()) {
            if (!item.mandatory()) {
                links.computeIfAbsent(
                        item.category(),
                        category -> unsubscribe.linkFor(
                                message.account().issuer(), message.account().subject(), category, ChannelKind.EMAIL));
            }
        }
        return links;
    }

    private static String text(Message message, Map<Category, URI> links) {
        var text = new StringBuilder();
        for (Item item : message.items()) {
            if (message.items().size() > 1) {
                text.append("* ").append(item.title()).append('\n');
            }
            text.append(item.text()).append("\n\n");
        }
        text.append("-- \n").append(ChannelTexts.of("foot", message.language())).append('\n');
        links.values()
                .forEach(link -> text.append(ChannelTexts.of("unsubscribe", message.language())
                                .replace("{link}", link.toASCIIString()))
                        .append('\n'));
        return text.toString();
    }

    private static String html(Message message, String subject, Map<Category, URI> links) {
        var items = new ArrayList<Map<String, String>>();
        message.items().forEach(item -> items.add(Map.of("title", item.title(), "text", item.text())));
        var shown = new ArrayList<Map<String, String>>();
        links.values()
                .forEach(link -> shown.add(Map.of(
                        "words",
                        ChannelTexts.of("unsubscribe", message.language()).replace("{link}", ""),
                        "href",
                        link.toASCIIString())));
        return PAGE.data("language", message.language())
                .data("subject", subject)
                .data("items", items)
                .data("foot", ChannelTexts.of("foot", message.language()))
                .data("links", shown)
                .render();
    }

    private static MimeBodyPart part(String content, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(content, UTF_8, subtype);
        return part;
    }

    /// Keeps the id that it was given: the library would make a new one at every attempt.
    private static final class Mail extends MimeMessage {
        private final String id;

        private Mail(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
