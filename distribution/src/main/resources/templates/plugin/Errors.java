package @package@;

import io.codonj.api.diagnostic.ErrorCode;
import io.codonj.api.diagnostic.Severity;
import io.codonj.api.plugin.DiagnosticCatalog;
import java.util.List;

/// The plugin's error codes; each has a page in `src/main/resources/errors`.
final class @Class@Errors implements DiagnosticCatalog {
  static final ErrorCode TOO_MUCH = new ErrorCode() {
    @Override
    public String code() {
      return "@CODE@1";
    }

    @Override
    public Severity severity() {
      return Severity.ERROR;
    }
  };

  @Override
  public List<ErrorCode> codes() {
    return List.of(TOO_MUCH);
  }
}
