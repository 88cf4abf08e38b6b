package dev.handrail.intake.sns;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;

/** Signs messages as Amazon's SNS does, with a key and a certificate made for these tests by the JDK's own keytool. */
public final class SnsSigner {
    private static final String PASSWORD = "for-tests";

    private final PrivateKey key;
    private final byte[] certificate;

    private SnsSigner(PrivateKey key, byte[] certificate) {
        this.key = key;
        this.certificate = certificate;
    }

    public static SnsSigner named(String commonName) {
        try {
            var folder = Files.createTempDirectory("sns");
            var store = folder.resolve("keys.p12");
            keytool(store, commonName);
            var keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
            var certificate = Base64.getMimeEncoder(64, new byte[] {'\n'})
                    .encodeToString(keys.getCertificate("sns").getEncoded());
            Files.delete(store);
            Files.delete(folder);
            return new SnsSigner(
                    (PrivateKey) keys.getKey("sns", PASSWORD.toCharArray()),
                    ("-----BEGIN CERTIFICATE-----\n" + certificate + "\n-----END CERTIFICATE-----\n")
                            .getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a key", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot make a key", e);
        }
    }

    public byte[] certificate() {
        return certificate.clone();
    }

    /** @param signed the message's fields and their values in the order in which SNS signs them */
    public String sign(String version, String... signed) {
        var message = JsonNodeFactory.instance.objectNode();
        var text = new StringBuilder();
        for (var i = 0; i < signed.length; i += 2) {
            message.put(signed[i], signed[i + 1]);
            text.append(signed[i]).append('\n').append(signed[i + 1]).append('\n');
        }
        return finish(message, version, text.toString());
    }

    private String finish(ObjectNode message, String version, String text) {
        try {
            var signature = Signature.getInstance(version.equals("2") ? "SHA256withRSA" : "SHA1withRSA");
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return message.put("SignatureVersion", version)
                    .put("Signature", Base64.getEncoder().encodeToString(signature.sign()))
                    .put("SigningCertURL", "https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-1.pem")
                    .toString();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign", e);
        }
    }

    private static void keytool(Path store, String commonName) throws IOException {
        var tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var process = new ProcessBuilder(
                        tool,
                        "-genkeypair",
                        "-alias",
                        "sns",
                        "-keyalg",
                        "RSA",
                        "-dname",
                        "CN=" + commonName,
                        "-startdate",
                        "2026/01/01 00:00:00",
                        "-validity",
                        "365",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException("keytool: " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while making a key", e);
        }
    }
}
