package io.codonj.cli.plugin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/// Detached signatures of archives, as `cosign sign-blob --key` and `openssl dgst -sha256 -sign` make them: DER, plain or
/// in Base64, by an ECDSA, Ed25519 or RSA key. Public keys are PEM files.
final class Signatures {
  private static final List<String> ALGORITHMS = List.of("EC", "Ed25519", "RSA");
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/=\\s]+");

  private Signatures() {}

  /// Names a key: SHA-256 of its encoded form.
  static String fingerprint(Path key) throws IOException {
    return Checksums.of(read(key).getEncoded());
  }

  /// @throws InstallError when the signature is not one of this archive by this key
  static void check(Path archive, Path signature, Path key) throws IOException {
    PublicKey reader = read(key);
    try {
      Signature verifier = Signature.getInstance(algorithm(reader));
      verifier.initVerify(reader);
      verifier.update(Files.readAllBytes(archive));
      if (verifier.verify(bytes(signature))) {
        return;
      }
    } catch (GeneralSecurityException _) {
      // Not even the form of a signature.
    }
    throw new InstallError(signature + " is not a signature of " + archive + " by the key " + key);
  }

  private static String algorithm(PublicKey key) {
    return switch (key.getAlgorithm()) {
      case "EC" -> "SHA256withECDSA";
      case "RSA" -> "SHA256withRSA";
      default -> "Ed25519";
    };
  }

  private static byte[] bytes(Path signature) throws IOException {
    byte[] content = Files.readAllBytes(signature);
    String text = new String(content, StandardCharsets.ISO_8859_1);
    return BASE64.matcher(text).matches() ? Base64.getMimeDecoder().decode(text) : content;
  }

  private static PublicKey read(Path file) throws IOException {
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    String body = text.replaceAll("-----(BEGIN|END) PUBLIC KEY-----", "");
    if (body.length() == text.length()) {
      throw new InstallError(file + " is not a public key: it has no line -----BEGIN PUBLIC KEY-----");
    }
    for (String algorithm : ALGORITHMS) {
      try {
        byte[] encoded = Base64.getMimeDecoder().decode(body);
        return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(encoded));
      } catch (InvalidKeySpecException | IllegalArgumentException _) {
        // Of another algorithm.
      } catch (GeneralSecurityException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
    throw new InstallError(file + " is not a key of one of " + String.join(", ", ALGORITHMS));
  }
}
