package vn.tiendo.kit.idempotency;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// On a resource class or method: a POST that carries an `Idempotency-Key` takes effect once.
///
/// The same key and request give the first answer again; the same key with another request is refused (422). Only what
/// was committed is replayed: a refusal is judged anew. The key is looked up before the body of the method runs, so
/// also before If-Match. Methods with POST return a `Response` with a JSON body or none; other HTTP methods pass
/// through.
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Idempotent {}
