package dev.handrail.slack.gateway;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.util.http.SlackHttpClient;
import dev.handrail.slack.SlackSettings;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.Proxy;
import java.time.Duration;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/**
 * Slack's own client, set up so that it never does anything twice: its HTTP client would repeat a request whose connection
 * broke, and a message would stand there twice.
 */
@Factory
@Requires(property = "slack.enabled", value = "true")
final class SlackClient {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Singleton
    @Bean(preDestroy = "close")
    Slack slack(SlackSettings settings) {
        var config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(settings.apiUrl().toString());
        config.setProxyUrl(null); // it takes HTTPS_PROXY even for the loopback interface, and knows no NO_PROXY
        config.setStatsEnabled(false);
        return Slack.getInstance(config, new SlackHttpClient(http(settings)));
    }

    @Singleton
    MethodsClient methods(Slack slack, SlackSettings settings) {
        return slack.methods(settings.botToken().value());
    }

    /** Where one connection is broken, the idle ones are too: each would fail one more call. */
    private static OkHttpClient http(SlackSettings settings) {
        var idle = new ConnectionPool();
        var builder = new OkHttpClient.Builder()
                .connectionPool(idle)
                .addInterceptor(chain -> {
                    try {
                        return chain.proceed(chain.request());
                    } catch (IOException e) {
                        idle.evictAll();
                        throw e;
                    }
                })
                .retryOnConnectionFailure(false)
                .connectTimeout(PATIENCE)
                .callTimeout(PATIENCE);
        return isLocal(settings) ? builder.proxy(Proxy.NO_PROXY).build() : builder.build();
    }

    private static boolean isLocal(SlackSettings settings) {
        var host = settings.apiUrl().getHost();
        return host.equals("localhost") || host.startsWith("127.");
    }
}
