package io.codonj.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.apache.maven.settings.Mirror;
import org.apache.maven.settings.Profile;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Repository;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.DefaultSettingsBuilderFactory;
import org.apache.maven.settings.building.DefaultSettingsBuildingRequest;
import org.apache.maven.settings.building.SettingsBuildingException;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.RepositorySystemSession.SessionBuilder;
import org.eclipse.aether.repository.Authentication;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.repository.RepositoryPolicy;
import org.eclipse.aether.util.repository.AuthenticationBuilder;
import org.eclipse.aether.util.repository.DefaultAuthenticationSelector;
import org.eclipse.aether.util.repository.DefaultMirrorSelector;
import org.eclipse.aether.util.repository.DefaultProxySelector;

/// What the user's `settings.xml` says about repositories, mirrors, proxies and servers.
record UserSettings(Settings settings) {
  private static final String CENTRAL = "https://repo.maven.apache.org/maven2";

  /// @throws IllegalArgumentException when the file is no settings file
  static UserSettings read(Path file) {
    var request = new DefaultSettingsBuildingRequest();
    request.setUserSettingsFile(file.toFile());
    var properties = new Properties();
    properties.putAll(System.getProperties());
    System.getenv().forEach((name, value) -> properties.setProperty("env." + name, value));
    request.setSystemProperties(properties);
    try {
      return new UserSettings(new DefaultSettingsBuilderFactory().newInstance().build(request).getEffectiveSettings());
    } catch (SettingsBuildingException problem) {
      throw new IllegalArgumentException(problem.getMessage(), problem);
    }
  }

  Path localRepository() {
    String named = settings.getLocalRepository();
    return named == null || named.isBlank()
        ? Path.of(System.getProperty("user.home"), ".m2", "repository")
        : new File(named).toPath();
  }

  boolean isOffline() {
    return settings.isOffline();
  }

  void configure(SessionBuilder session) {
    var mirrors = new DefaultMirrorSelector();
    for (Mirror each : settings.getMirrors()) {
      mirrors.add(each.getId(), each.getUrl(), each.getLayout(), false, each.isBlocked(), each.getMirrorOf(), each.getMirrorOfLayouts());
    }
    var proxies = new DefaultProxySelector();
    for (Proxy each : settings.getProxies()) {
      if (each.isActive()) {
        var proxy = new org.eclipse.aether.repository.Proxy(each.getProtocol(), each.getHost(), each.getPort(),
            authentication(each.getUsername(), each.getPassword()));
        proxies.add(proxy, each.getNonProxyHosts());
      }
    }
    var servers = new DefaultAuthenticationSelector();
    for (Server each : settings.getServers()) {
      servers.add(each.getId(), new AuthenticationBuilder().addUsername(each.getUsername()).addPassword(each.getPassword())
          .addPrivateKey(each.getPrivateKey(), each.getPassphrase()).build());
    }
    session.setMirrorSelector(mirrors).setProxySelector(proxies).setAuthenticationSelector(servers).setOffline(isOffline());
  }

  private static Authentication authentication(String user, String password) {
    return user == null ? null : new AuthenticationBuilder().addUsername(user).addPassword(password).build();
  }

  /// Central and those of active profiles, after mirrors and proxies have been considered.
  List<RemoteRepository> repositories(RepositorySystem system, RepositorySystemSession session) {
    var repositories = new ArrayList<RemoteRepository>();
    for (Profile profile : settings.getProfiles()) {
      boolean isActive = settings.getActiveProfiles().contains(profile.getId())
          || profile.getActivation() != null && profile.getActivation().isActiveByDefault();
      for (Repository each : isActive ? profile.getRepositories() : List.<Repository>of()) {
        repositories.add(repository(each));
      }
    }
    if (repositories.stream().noneMatch(each -> each.getId().equals("central"))) {
      repositories.add(new RemoteRepository.Builder("central", "default", CENTRAL)
          .setSnapshotPolicy(new RepositoryPolicy(false, null, null)).build());
    }
    return system.newResolutionRepositories(session, repositories);
  }

  private static RemoteRepository repository(Repository repository) {
    String layout = repository.getLayout() == null ? "default" : repository.getLayout().toLowerCase(Locale.ROOT);
    return new RemoteRepository.Builder(repository.getId(), layout, repository.getUrl()).build();
  }
}
