package io.timerscope.actuate;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * Why a request was not answered.
 *
 * @param status the HTTP status
 * @param parameter the parameter that is at fault, where one is
 * @param message what is wrong, and what was expected
 * @since 0.1.0
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ErrorDescriptor(int status, @Nullable String parameter, String message) implements OperationResponseBody {
}
