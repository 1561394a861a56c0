/// The plugin `@id@`.
package @package@;
